from ..types import OpenStrEnum


class ResultFormat(OpenStrEnum):
    IONQ_RESULT_HISTOGRAM_JSON_V1 = "ionq.result.histogram.json.v1"
    IONQ_RESULT_HISTOGRAM_JSON_V2 = "ionq.result.histogram.json.v2"
    IONQ_RESULT_PROBABILITIES_AGGREGATE_JSON_V1 = "ionq.result.probabilities-aggregate.json.v1"
    IONQ_RESULT_PROBABILITIES_JSON_V1 = "ionq.result.probabilities.json.v1"
    IONQ_RESULT_PROBABILITIES_JSON_V2 = "ionq.result.probabilities.json.v2"
    IONQ_RESULT_SHOTS_JSON_V1 = "ionq.result.shots.json.v1"
    IONQ_RESULT_SHOTS_JSON_V2 = "ionq.result.shots.json.v2"
