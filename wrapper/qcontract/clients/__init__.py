"""``IonQ``, ``QBraid`` and their async twins: thin doors to the flows."""
