// SPDX-License-Identifier: MIT
//
// A host: a battle of two ships. The sea is C++, the captains are Python coroutines (captains.py). It shows a module
// made of lambdas, an operation of the host that scripts await, a loop that the host drives, and what to do with
// errors.
//
//     battle [--fast] captains.py       --fast: in virtual time, which does not wait
#include <ouro/ouro.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <poll.h>
#include <string>
#include <thread>
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
    std::vector<std::thread> workers;

    ~Sea() {
        for (std::thread& worker : workers)
            worker.join();
    }
    Ship& find(const std::string& name) { return ships.at(name); } // std::out_of_range: an IndexError in the script

    int fire(const std::string& from, const std::string& at, int power) {
        if (find(from).hull <= 0)
            throw std::invalid_argument(from + " has sunk"); // a ValueError in the script
        return find(at).hull -= power;
    }
    bool is_over() const {
        return std::any_of(ships.begin(), ships.end(), [](const auto& entry) { return entry.second.hull <= 0; });
    }
};

// What scripts see of it: import sea.
void bind(ouro::Runtime& runtime, Sea& sea) {
    ouro::Module module = runtime.module("sea");
    module.def("ships() -> list[str]", [&] {
        std::vector<std::string> names;
        for (const auto& [name, ship] : sea.ships)
            names.push_back(name);
        return names;
    });
    module.def("position(ship: str) -> int", [&](const std::string& ship) { return sea.find(ship).position; });
    module.def("move(ship: str, *, by: int)", [&](const std::string& ship, int by) { sea.find(ship).position += by; });
    module.def("fire(ship: str, target: str, *, power: int = 1) -> int",
               [&](const std::string& ship, const std::string& target, int power) {
                   return sea.fire(ship, target, power);
               });
    module.def("log(text: str)", [](const std::string& text) { std::printf("%s\n", text.c_str()); });
    module.def("forecast()", [&] {
        ouro::Promise<int> wind(runtime);
        std::chrono::milliseconds queue(20 + 100 * sea.workers.size()); // the weather office serves one after the other
        sea.workers.emplace_back([=] {
            std::this_thread::sleep_for(queue);
            wind.set_value(2);
        });
        return wind;
    });
}

// Sleeps until another thread has news or the next timer of the scripts is due. A game would draw a frame here.
void wait(ouro::Runtime& runtime) {
    pollfd news{runtime.wait_fd(), POLLIN, 0};
    int milliseconds = -1;
    if (auto deadline = runtime.next_deadline()) {
        auto rest = std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
        milliseconds = int(std::max<int64_t>(rest.count(), 0));
    }
    ::poll(&news, 1, milliseconds);
}

void play(ouro::Runtime& runtime, Sea& sea) {
    std::map<std::string, ouro::Task> captains;
    for (const auto& [name, ship] : sea.ships)
        captains[name] = runtime.spawn(runtime.get("fight")(name));
    while (!sea.is_over() && runtime.poll()) {
        std::erase_if(captains, [](const auto& entry) {
            const auto& [name, task] = entry;
            if (!task.done())
                return false;
            try {
                task.result();
            } catch (const ouro::Error& error) { // a captain's mistake is the captain's problem
                std::printf("%s fights no more: %s\n", name.c_str(), error.what());
            }
            return true;
        });
        wait(runtime);
    }
}

int run(const std::string& script, bool fast) {
    Sea sea;
    ouro::Options options;
    options.memory_limit = 32 << 20;
    options.virtual_time = fast;
    ouro::Runtime runtime(std::move(options));
    bind(runtime, sea);
    try {
        runtime.run_file(script);
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

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    bool fast = std::erase(arguments, "--fast") > 0;
    return run(arguments.empty() ? "captains.py" : arguments.back(), fast);
}
