# SPDX-License-Identifier: MIT
# Planets that attract each other: float arithmetic on attributes of small objects.
import time

SOLAR_MASS = 39.47841760435743
DAYS = 365.24


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx * DAYS, vy * DAYS, vz * DAYS
        self.mass = mass * SOLAR_MASS


def solar_system():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.84143144246, -1.16032004402, -0.10362204447, 0.00166007664, 0.00769901118, -0.0000690460,
             0.000954791938),
        Body(8.34336671824, 4.12479856412, -0.40352341711, -0.00276742510, 0.00499852801, 0.0000230417, 0.000285885980),
        Body(12.8943695621, -15.1111514016, -0.22330757889, 0.00296460137, 0.00237847173, -0.0000296589, 0.0000436624),
        Body(15.3796971148, -25.9193146099, 0.17925877295, 0.00268067772, 0.00162824170, -0.0000951592, 0.0000515138),
    ]


def all_pairs(bodies):
    return [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]


def push_off(bodies):
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx, sun.vy, sun.vz = -px / SOLAR_MASS, -py / SOLAR_MASS, -pz / SOLAR_MASS


def energy(bodies, pairs):
    total = 0.0
    for body in bodies:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for a, b in pairs:
        dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
        total -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def advance(bodies, pairs, step, count):
    for _ in range(count):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            squared = dx * dx + dy * dy + dz * dz
            pull = step / (squared * squared ** 0.5)
            from_a = a.mass * pull
            from_b = b.mass * pull
            a.vx -= dx * from_b
            a.vy -= dy * from_b
            a.vz -= dz * from_b
            b.vx += dx * from_a
            b.vy += dy * from_a
            b.vz += dz * from_a
        for body in bodies:
            body.x += step * body.vx
            body.y += step * body.vy
            body.z += step * body.vz


def main():
    bodies = solar_system()
    pairs = all_pairs(bodies)
    push_off(bodies)
    before = energy(bodies, pairs)
    advance(bodies, pairs, 0.01, 90000)
    return f"{before:.9f} {energy(bodies, pairs):.9f}"


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
