"""AWS's time, shortened: what AWS takes seconds or minutes for is counted in its seconds, which pass faster."""

import time

DEFAULT_SPEED = 60.0  # a minute of AWS's in a second of ours

# Seconds that AWS takes where no setting of a resource says so.
DURATIONS = {
    "provisioning": 8.0,  # a network interface for a task
    "pulling": 12.0,  # secrets and image
    "activating": 4.0,  # from containers that run to a task that does
    "deprovisioning": 8.0,  # the network interface goes
    "visibility": 2.0,  # until DescribeTasks knows what RunTask started
    "logDelivery": 4.0,  # from a line to the event that GetLogEvents shows
    "scheduling": 4.0,  # between two looks of the service scheduler
    "invalidation": 60.0,  # until every edge has let go
}


class Clock:
    """Seconds of AWS's since the start; they can pass at another speed from any moment on, and stand still."""

    def __init__(self) -> None:
        self.speed = DEFAULT_SPEED
        self.durations = dict(DURATIONS)
        self._passed = 0.0
        self._since: float | None = time.monotonic()

    def now(self) -> float:
        """Seconds that have passed."""
        return self._passed + (0.0 if self._since is None else (time.monotonic() - self._since) * self.speed)

    def real(self, seconds: float) -> float:
        """How long AWS's seconds take here."""
        return seconds / self.speed

    def take(self, kind: str) -> float:
        """AWS's seconds for something of a kind."""
        return self.durations[kind]

    def change(self, speed: float | None, durations: dict[str, float]) -> None:
        """Another speed, other durations; ValueError names what there is not."""
        unknown = [kind for kind in durations if kind not in DURATIONS]
        if unknown:
            raise ValueError(f"nothing takes {', '.join(unknown)}; durations are {', '.join(DURATIONS)}")
        if speed is not None and speed <= 0:
            raise ValueError("speed is how many of AWS's seconds pass in one: above 0")
        self.stand_still()
        self.speed = self.speed if speed is None else speed
        self.durations.update(durations)
        self.go_on()

    def stand_still(self) -> None:
        """No time passes until it goes on."""
        self._passed, self._since = self.now(), None

    def go_on(self) -> None:
        """Time passes again."""
        self._since = self._since or time.monotonic()
