// SPDX-License-Identifier: MIT
//
// A host: a battle of two ships. The sea is C++, the captains are Python (captains.py). It shows a module made of lambdas,
// running a script, calling its functions, and what to do with their errors.
#include <ouro/ouro.hpp>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

struct Ship {
    int position;
    int hull = 10;
};

// The rules. They know nothing of scripts.
class Sea {
public:
    std::map<std::string, Ship> ships = {{"Aurora", {0}}, {"Black Gull", {6}}};

    Ship& find(const std::string& name) { return ships.at(name); } // std::out_of_range: an IndexError in the script

    int fire(const std::string& from, const std::string& at, int power) {
        if (find(from).hull <= 0)
            throw std::invalid_argument(from + " has sunk"); // a ValueError in the script
        return find(at).hull -= power;
    }
    bool is_over() const {
        for (const auto& [name, ship] : ships) {
            if (ship.hull <= 0)
                return true;
        }
        return false;
    }
};

// What the script sees of it: import sea.
void bind(ouro::Module module, Sea& sea) {
    module.def("ships() -> list[str]", [&] {
        std::vector<std::string> names;
        for (const auto& [name, ship] : sea.ships)
            names.push_back(name);
        return names;
    });
    module.def("position(ship: str) -> int", [&](const std::string& ship) { return sea.find(ship).position; });
    module.def("move(ship: str, *, by: int)", [&](const std::string& ship, int by) { sea.find(ship).position += by; });
    module.def("fire(ship: str, target: str, *, power: int = 1) -> int",
               [&](const std::string& ship, const std::string& target, int power) { return sea.fire(ship, target, power); });
    module.def("log(text: str)", [](const std::string& text) { std::printf("  %s\n", text.c_str()); });
}

void play(ouro::Runtime& runtime, Sea& sea) {
    ouro::Value turn = runtime.get("turn");
    for (int round = 1; !sea.is_over() && round <= 20; round++) {
        std::printf("round %d\n", round);
        for (const auto& [name, ship] : sea.ships) {
            try {
                turn(name);
            } catch (const ouro::Error& error) { // a captain's mistake is the captain's problem
                std::printf("  %s loses a turn: %s\n", name.c_str(), error.what());
            }
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    Sea sea;
    ouro::Options options;
    options.memory_limit = 32 << 20;
    ouro::Runtime runtime(std::move(options));
    bind(runtime.module("sea"), sea);
    try {
        runtime.run_file(argc > 1 ? argv[1] : "captains.py");
        play(runtime, sea);
    } catch (const ouro::SystemExit& exit) {
        return exit.status();
    } catch (const ouro::Error& error) {
        std::fputs(error.traceback().c_str(), stderr);
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    for (const auto& [name, ship] : sea.ships)
        std::printf("%s: hull %d\n", name.c_str(), ship.hull);
    return 0;
}
