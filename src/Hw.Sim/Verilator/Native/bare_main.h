// A plain C++ test bench over the model: what a C# loop is compared with. Options act in the order they stand:
//   --set PORT=NUMBER          --reset CYCLES        --play FILE PORT,PORT,…   (rows of 32-bit words, as ISimulation.Play)
//   --run CYCLES [STOP_PORT]   prints "CYCLES SECONDS CYCLES_PER_SECOND"
#include <chrono>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

extern "C" int hw_printf(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int n = vprintf(format, arguments);
  va_end(arguments);
  return n;
}
static bool finished = false;
void vl_finish(const char*, int, const char*) { finished = true; }
void vl_stop(const char* file, int line, const char*) { fprintf(stderr, "stopped at %s:%d\n", file, line); exit(1); }
void vl_fatal(const char* file, int line, const char*, const char* m) { fprintf(stderr, "%s at %s:%d\n", m, file, line); exit(1); }

static Place places[HW_PORTS];

static Place& port(const std::string& name) {
  for (int i = 0; i < HW_PORTS; i++) if (name == port_names[i]) return places[i];
  fprintf(stderr, "no port `%s`\n", name.c_str());
  exit(2);
}

static inline void cycle(Model& model) {
  HW_CLOCK(model, 0);
  model.eval();
  HW_CLOCK(model, 1);
  model.eval();
}

int main(int argc, char** argv) {
  VerilatedContext context;
  Model model{&context, "top"};
  hw_ports(model, places);
  std::vector<std::string> args(argv + 1, argv + argc);
  for (size_t i = 0; i < args.size(); i++) {
    if (args[i] == "--set" && i + 1 < args.size()) {
      const std::string set = args[++i];
      const size_t at = set.find('=');
      const uint64_t value = strtoull(set.c_str() + at + 1, nullptr, 0);
      const Place& place = port(set.substr(0, at));
      memcpy(place.memory, &value, place.bytes < 8 ? place.bytes : 8);
    } else if (args[i] == "--reset" && i + 1 < args.size()) {
      *(uint8_t*)port("reset").memory = 1;
      for (uint64_t n = strtoull(args[++i].c_str(), nullptr, 0); n; n--) cycle(model);
      *(uint8_t*)port("reset").memory = 0;
    } else if (args[i] == "--play" && i + 2 < args.size()) {
      std::ifstream file(args[i + 1], std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      std::vector<Place> to;
      std::stringstream names(args[i + 2]);
      for (std::string name; std::getline(names, name, ',');) to.push_back(port(name));
      i += 2;
      for (size_t at = 0; at < bytes.size();) {
        for (const Place& place : to) {
          memcpy(place.memory, bytes.data() + at, place.bytes);
          at += (place.bytes + 3) / 4 * 4;
        }
        cycle(model);
      }
    } else if (args[i] == "--run" && i + 1 < args.size()) {
      const uint64_t most = strtoull(args[++i].c_str(), nullptr, 0);
      static const uint8_t never = 0;
      const uint8_t* stop = &never;
      if (i + 1 < args.size() && args[i + 1][0] != '-') stop = (const uint8_t*)port(args[++i]).memory;
      uint64_t n = 0;
      const auto start = std::chrono::steady_clock::now();
      for (bool stopping = false; n < most && !stopping && !finished; n++) {
        HW_CLOCK(model, 0);
        model.eval();
        stopping = *stop;
        HW_CLOCK(model, 1);
        model.eval();
      }
      const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      printf("%llu %.6f %.0f\n", (unsigned long long)n, seconds, n / seconds);
    } else {
      fprintf(stderr, "unknown or incomplete option %s\n", args[i].c_str());
      return 2;
    }
  }
  model.final();
}
