// The native half of a simulation: the step loop, recording and the C ABI that C# calls once per batch.
// Included by a generated shim, after it has named the model and before it says what a cycle samples:
//   Model                       the Verilated class
//   HW_PORTS, HW_CHANNELS       counts
//   HW_CLOCK(model, level)      drives the clock; nothing when there is none
//   HW_IN_RESET(model)          1 while reset is applied
//   hw_ports(Model&, Place*)    where each port lives
//   hw_sample(Sim&)             looks at every channel
// The layout of Record (SimRecord), Status, Place, Lane and Api is mirrored in NativeApi.cs.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

namespace hw {

enum Mode : uint32_t { NONE = 0, HASHES = 1, FULL = 2 };
enum Kind : uint16_t { ROW = 0, WRITES = 1, RETIRE = 2 };
enum Reason : int { CYCLES = 0, STOP_PORT = 1, RECORDS_FULL = 2, FINISHED = 3, FAILED = 4, DEAD = 5 };

struct Record { uint64_t cycle, value; uint32_t order, count, offset; uint16_t channel, kind; };
struct Place { void* memory; uint64_t bytes; };
struct Lane { void* memory; uint32_t bytes, words; uint64_t mask; };   // mask: of the whole value, or of the last word when wide

// Shared with C#, which reads it between calls and sets `stale`, `mode` and the record counts.
struct Status {
  uint64_t cycle;
  Record* records; uint64_t record_count;
  uint32_t* data; uint64_t data_count;
  const char* text; uint64_t text_length;
  uint32_t mode;
  uint32_t stale;     // an input was written since the last eval
};

// The rows of one instruction on one write channel, so far.
struct Open { uint64_t hash, cycle; uint32_t order, count; };

const uint64_t RECORDS_FIRST = 1 << 14, DATA_FIRST = 1 << 19, ROOM = 512 * (HW_CHANNELS + 1);

struct Sim {
  Status status{};
  Model* model = nullptr;
  VerilatedContext* context = nullptr;
  uint64_t record_space = RECORDS_FIRST, data_space = DATA_FIRST;
  Open open[HW_CHANNELS + 1]{};
  std::string text;
  bool low = false;        // the clock is 0 and evaluated
  bool finished = false, failed = false, dead = false;
#if VM_TRACE
  VerilatedFstC* wave = nullptr;
#endif
};

struct Fatal {};
thread_local Sim* current = nullptr;   // whose text and verdicts the Verilated runtime is producing

void reserve(Sim& s) {
  Status& t = s.status;
  if (t.record_count + HW_CHANNELS * 2 + 2 > s.record_space) {
    s.record_space *= 2;
    t.records = (Record*)realloc(t.records, s.record_space * sizeof(Record));
  }
  if (t.data_count + ROOM > s.data_space) {
    s.data_space *= 2;
    t.data = (uint32_t*)realloc(t.data, s.data_space * sizeof(uint32_t));
  }
  if (!t.records || !t.data) { current->text += "out of memory for records\n"; throw Fatal{}; }
}

inline void emit(Sim& s, Record r) { s.status.records[s.status.record_count++] = r; }

void close(Sim& s, unsigned channel) {
  Open& o = s.open[channel];
  emit(s, {o.cycle, o.hash, o.order, o.count, 0, (uint16_t)channel, WRITES});
  o.count = 0;
}

inline void hw_write(Sim& s, unsigned channel, uint32_t order, uint64_t address, const uint32_t* row, unsigned words) {
  Status& t = s.status;
  if (t.mode == FULL) {
    emit(s, {t.cycle, address, order, 1, (uint32_t)t.data_count, (uint16_t)channel, ROW});
    memcpy(t.data + t.data_count, row, words * 4);
    t.data_count += words;
    return;
  }
  Open& o = s.open[channel];
  if (o.count && o.order != order) close(s, channel);
  if (!o.count) { o.hash = hw_hash_start; o.order = order; }
  o.hash = hw_hash_add(o.hash, address, row, words);
  o.cycle = t.cycle;
  o.count++;
}

inline void hw_retire(Sim& s, unsigned channel, uint32_t order, uint64_t pc) {
  for (unsigned c = 0; c < HW_CHANNELS; c++)
    if (s.open[c].count && s.open[c].order == order) close(s, c);
  emit(s, {s.status.cycle, pc, order, 1, 0, (uint16_t)channel, RETIRE});
}

void hw_ports(Model& model, Place* places);
inline void hw_sample(Sim& s);

inline void dump(Sim& s, uint64_t time) {
#if VM_TRACE
  if (VL_UNLIKELY(s.wave)) s.wave->dump(time);
#endif
}

// Combinational logic follows the inputs; the clock is low afterwards.
inline void settle(Sim& s) {
  if (s.low && !s.status.stale) return;
  HW_CLOCK(*s.model, 0);
  s.model->eval();
  s.low = true;
  s.status.stale = 0;
}

// One cycle. Between `settle` and `rise` every signal has the value it has just before the rising edge.
inline void rise(Sim& s) {
  Model& model = *s.model;
  if (VL_UNLIKELY(s.status.mode != NONE) && !HW_IN_RESET(model)) {
    if (VL_UNLIKELY(s.status.record_count + HW_CHANNELS * 2 + 2 > s.record_space || s.status.data_count + ROOM > s.data_space)) reserve(s);
    hw_sample(s);
  }
  dump(s, s.status.cycle * 2);
  s.context->time(s.status.cycle * 2 + 1);
  HW_CLOCK(model, 1);
  model.eval();
  dump(s, s.status.cycle * 2 + 1);
  s.low = false;
  s.status.cycle++;
}

int verdict(Sim& s) {
  s.status.text = s.text.data();
  s.status.text_length = s.text.size();
  return s.dead ? DEAD : s.failed ? FAILED : s.finished ? FINISHED : CYCLES;
}

inline void load(const Lane& lane, const uint32_t* value) {
  switch (lane.bytes) {
    case 1: *(uint8_t*)lane.memory = value[0] & lane.mask; break;
    case 2: *(uint16_t*)lane.memory = value[0] & lane.mask; break;
    case 4: if (lane.words == 1) { *(uint32_t*)lane.memory = value[0] & lane.mask; break; } // fallthrough
    default:
      memcpy(lane.memory, value, lane.words * 4);
      if (lane.words == 2 && lane.bytes == 8) *(uint64_t*)lane.memory &= lane.mask;
      else ((uint32_t*)lane.memory)[lane.words - 1] &= lane.mask;
  }
}

inline void store(const Lane& lane, uint32_t* value) {
  switch (lane.bytes) {
    case 1: value[0] = *(uint8_t*)lane.memory; break;
    case 2: value[0] = *(uint16_t*)lane.memory; break;
    default: memcpy(value, lane.memory, lane.words * 4);
  }
}

// Every entry runs inside this: the model's text and verdicts find their simulation, and nothing is thrown across the ABI.
template <class Body> int guarded(Sim* s, Body body) {
  Sim* outer = current;
  current = s;
  Verilated::threadContextp(s->context);
  int reason = CYCLES;
  if (!s->dead) {
    try { reason = body(*s); }
    catch (const Fatal&) { s->dead = true; }
    catch (const std::exception& e) { s->dead = true; s->text += e.what(); }
  }
  current = outer;
  const int end = verdict(*s);
  return end == CYCLES ? reason : end;
}

void api_destroy(Sim* s) {
  if (!s) return;
  guarded(s, [](Sim& s) {
#if VM_TRACE
    if (s.wave) { s.wave->close(); delete s.wave; }
#endif
    if (s.model) { s.model->final(); }
    return CYCLES;
  });
  delete s->model;
  delete s->context;
  free(s->status.records);
  free(s->status.data);
  delete s;
}

// The first eval runs `initial` blocks, so even creation can fail; the caller looks at the verdict of the first settle.
Sim* api_create(int seed, Place* places) {
  Sim* s = new (std::nothrow) Sim;
  if (!s) return nullptr;
  s->status.records = (Record*)malloc(s->record_space * sizeof(Record));
  s->status.data = (uint32_t*)malloc(s->data_space * sizeof(uint32_t));
  s->status.stale = 1;
  s->context = new VerilatedContext;
  guarded(s, [&](Sim& s) {
    s.context->randReset(2);
    s.context->randSeed(seed);
#if VM_TRACE
    s.context->traceEverOn(true);
#endif
    s.model = new Model(s.context, "top");
    hw_ports(*s.model, places);
    return CYCLES;
  });
  return s;
}

int api_settle(Sim* s) {
  return guarded(s, [](Sim& s) { settle(s); return CYCLES; });
}

// Until `cycles` have passed, or a cycle in which *stop was 1 is done, or (when `watch`) the records want to be read.
int api_run(Sim* s, uint64_t cycles, const uint8_t* stop, int watch) {
  return guarded(s, [=](Sim& s) {
    const uint8_t never = 0;
    const uint8_t* const flag = stop ? stop : &never;
    if (cycles == 0) return CYCLES;
    settle(s);
    for (uint64_t i = 1;; i++) {
      const bool stopping = *flag & 1;
      rise(s);
      if (VL_UNLIKELY(s.finished | s.failed)) return CYCLES;
      if (VL_UNLIKELY(stopping)) return STOP_PORT;
      if (watch && VL_UNLIKELY(s.status.record_count > RECORDS_FIRST / 2 || s.status.data_count > DATA_FIRST / 2)) return RECORDS_FULL;
      if (i == cycles) return CYCLES;
      HW_CLOCK(*s.model, 0);
      s.model->eval();
    }
  });
}

// Each cycle: drive one row of `values` into the inputs, settle, keep one row of the outputs, clock.
int api_play(Sim* s, uint64_t cycles, const Lane* in, uint64_t ins, const uint32_t* values, const Lane* out, uint64_t outs, uint32_t* seen) {
  return guarded(s, [=](Sim& s) mutable {
    for (uint64_t i = 0; i < cycles; i++) {
      for (uint64_t p = 0; p < ins; values += in[p++].words) load(in[p], values);
      s.status.stale = 1;
      settle(s);
      for (uint64_t p = 0; p < outs; seen += out[p++].words) store(out[p], seen);
      rise(s);
      if (VL_UNLIKELY(s.finished | s.failed)) return CYCLES;
    }
    return CYCLES;
  });
}

// Summaries of instructions that are still being written.
int api_flush(Sim* s) {
  return guarded(s, [](Sim& s) {
    reserve(s);
    for (unsigned c = 0; c < HW_CHANNELS; c++) if (s.open[c].count) close(s, c);
    return CYCLES;
  });
}

// The caller has read the text and the verdict: go on.
void api_acknowledge(Sim* s) { s->text.clear(); s->failed = s->finished = false; }

int api_wave(Sim* s, const char* path) {
#if VM_TRACE
  return guarded(s, [=](Sim& s) {
    if (s.wave) { s.wave->close(); delete s.wave; s.wave = nullptr; }
    if (path) {
      s.wave = new VerilatedFstC;
      s.model->trace(s.wave, 99);
      s.wave->open(path);
      if (!s.wave->isOpen()) { delete s.wave; s.wave = nullptr; return STOP_PORT; }
    }
    return CYCLES;
  });
#else
  return DEAD;
#endif
}

struct Api {
  uint64_t size;
  Sim* (*create)(int, Place*);
  void (*destroy)(Sim*);
  int (*settle)(Sim*);
  int (*run)(Sim*, uint64_t, const uint8_t*, int);
  int (*play)(Sim*, uint64_t, const Lane*, uint64_t, const uint32_t*, const Lane*, uint64_t, uint32_t*);
  int (*flush)(Sim*);
  void (*acknowledge)(Sim*);
  int (*wave)(Sim*, const char*);
};

}  // namespace hw

// What the Verilated runtime calls instead of printing and exiting (it is compiled with VL_USER_* and VL_PRINTF=hw_printf).
extern "C" int hw_printf(const char* format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int n = vsnprintf(nullptr, 0, format, arguments);
  if (hw::current && n > 0 && hw::current->text.size() < (1 << 20)) {
    std::string& text = hw::current->text;
    const size_t at = text.size();
    text.resize(at + n + 1);
    vsnprintf(&text[at], n + 1, format, again);
    text.resize(at + n);
  }
  va_end(again);
  va_end(arguments);
  return n;
}
static void hw_note(const char* what, const char* file, int line) { hw_printf("%s at %s:%d\n", what, file, line); }
void vl_finish(const char*, int, const char*) { if (hw::current) hw::current->finished = true; }
void vl_stop(const char* file, int line, const char*) { hw_note("stopped", file, line); if (hw::current) hw::current->failed = true; }
void vl_fatal(const char* file, int line, const char*, const char* message) { hw_note(message, file, line); throw hw::Fatal{}; }

extern "C" __attribute__((visibility("default"))) const hw::Api* hw_sim_api() {
  using namespace hw;
  static const Api api = {sizeof(Api), api_create, api_destroy, api_settle, api_run, api_play, api_flush, api_acknowledge, api_wave};
  return &api;
}
