# SPDX-License-Identifier: MIT
#
# The captains of main.cpp's ships. The host spawns fight(ship) for each ship; `sea` is the host's module.
import asyncio

import sea


class Captain:
    """Sails towards the enemy, and fires when it is close."""

    range = 2
    reload_time = 1.0

    async def fight(self, ship):
        wind = await sea.forecast()  # an operation of the host: it takes its time in another thread
        sea.log(f"{ship} hoists sail, wind {wind}")
        while True:
            (enemy,) = (other for other in sea.ships() if other != ship)
            distance = sea.position(enemy) - sea.position(ship)
            if abs(distance) > self.range:
                sea.move(ship, by=1 if distance > 0 else -1)
                await asyncio.sleep(1 / wind)
            else:
                hull = sea.fire(ship, enemy, power=self.power())
                sea.log(f"{ship} hits {enemy}, whose hull is at {hull}")
                await asyncio.sleep(self.reload_time)

    def power(self):
        return 2


class Pirate(Captain):
    """Reckless: loads fast and shoots harder and harder, until the cannon bursts."""

    reload_time = 0.7

    def __init__(self):
        self.shots = 0

    def power(self):
        self.shots += 1
        if self.shots == 3:
            raise RuntimeError("the cannon has burst")
        return self.shots


captains = {"Aurora": Captain(), "Black Gull": Pirate()}


def fight(ship):
    return captains[ship].fight(ship)
