"""What a drill has found."""

SHOWN = 20


class Findings:
    """Figures and broken promises of one drill."""

    def __init__(self, name, is_quiet=False):
        self.name = name
        self.is_quiet = is_quiet
        self.violations = []
        self.summary = "nothing was measured"

    @property
    def held(self):
        return not self.violations

    def say(self, text):
        if not self.is_quiet:
            print(f"{self.name}: {text}", flush=True)

    def broken(self, text):
        """Writes down a promise that was broken."""
        self.violations.append(text)
        if len(self.violations) <= SHOWN:
            self.say(f"BROKEN: {text}")

    def expect(self, holds, text):
        if not holds:
            self.broken(text)
        return holds

    def end(self, seconds):
        """The one line that sums up."""
        outcome = "held" if self.held else f"{len(self.violations)} VIOLATIONS"
        self.say(f"{outcome} after {seconds:.0f} s: {self.summary}")
