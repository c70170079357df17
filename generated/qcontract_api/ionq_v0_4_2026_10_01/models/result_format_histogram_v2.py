from ..types import OpenStrEnum


class ResultFormatHistogramV2(OpenStrEnum):
    IONQ_RESULT_HISTOGRAM_JSON_V2 = "ionq.result.histogram.json.v2"
