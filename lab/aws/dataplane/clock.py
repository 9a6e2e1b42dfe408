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
    "restoring": 120.0,  # a database out of a backup, the smallest
    "snapshotting": 30.0,  # of a database, the smallest
}


HELD_SECONDS = 30.0  # of ours, at most: then it is no slow machine any more


class Clock:
    """Seconds of AWS's since the start; they can pass at another speed from any moment, and stand still.

    They do while something is held: a process that boots takes this machine's time, which is no time of AWS's.
    So a busy machine makes a scenario longer and changes nothing in it.
    """

    def __init__(self) -> None:
        self.speed = DEFAULT_SPEED
        self.durations = dict(DURATIONS)
        self._passed = 0.0
        self._since: float | None = time.monotonic()
        self._held: dict[object, float] = {}  # by whom, since when

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

    def hold(self, holder: object) -> None:
        """No time passes until the holder lets go."""
        self._held[holder] = time.monotonic()
        self.stand_still()

    def let_go(self, holder: object) -> None:
        """The holder does not need it any more; a second time does nothing."""
        if self._held.pop(holder, None) is not None and not self._held:
            self.go_on()

    @property
    def is_held(self) -> bool:
        """Whether somebody holds it; whoever does for too long is no longer waited for."""
        for holder, since in list(self._held.items()):
            if time.monotonic() - since > HELD_SECONDS:
                self.let_go(holder)
        return bool(self._held)

    def forget(self) -> None:
        """In a fork: who held it was the parent's."""
        self._held.clear()
        self.go_on()

    def stand_still(self) -> None:
        """No time passes until it goes on."""
        self._passed, self._since = self.now(), None

    def go_on(self) -> None:
        """Time passes again, unless it is held."""
        if self._since is None and not self._held:
            self._since = time.monotonic()
