# SPDX-License-Identifier: MIT
#
# What the captains of main.cpp's ships do. The host calls turn() for each ship; `sea` is the host's module.
import sea


class Captain:
    """Sails towards the nearest enemy and fires when it is close."""

    range = 2

    def turn(self, ship):
        enemy = min((other for other in sea.ships() if other != ship), key=lambda e: abs(sea.position(e) - sea.position(ship)))
        distance = sea.position(enemy) - sea.position(ship)
        if abs(distance) <= self.range:
            hull = sea.fire(ship, enemy, power=self.power())
            sea.log(f"{ship} hits {enemy}, whose hull is at {hull}")
        else:
            sea.move(ship, by=1 if distance > 0 else -1)

    def power(self):
        return 3


class Pirate(Captain):
    """Reckless: shoots harder and harder, until the cannon bursts."""

    def __init__(self):
        self.shots = 0

    def power(self):
        self.shots += 1
        if self.shots == 3:
            raise RuntimeError("the cannon has burst")
        return 2 * self.shots


captains = {"Aurora": Captain(), "Black Gull": Pirate()}


def turn(ship):
    captains[ship].turn(ship)
