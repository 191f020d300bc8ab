/*
 * Drives the simulation kernel as wasm2c translates it (1.0.32): argument one is a plan laid out (tests/bench/image.ts).
 * With a second argument, writes what its first block leaves behind; else reads a number of trials a line and prints the
 * nanoseconds that a seat-month took.
 */
#include <stdio.h>
#include <sys/mman.h>
#include <time.h>
#include "kernel.h"

struct Z_env_instance_t {
  wasm_rt_memory_t memory;
};
wasm_rt_memory_t* Z_envZ_memory(struct Z_env_instance_t* env) { return &env->memory; }

/* address and length of the constants, length of the memory, where its outputs begin, seat-months a trial */
static u32 head[5];
enum { HEADER, CONSTANTS, SIZE, OUTPUTS, SEAT_MONTHS };
static Z_kernel_instance_t kernel;
static const u32 BLOCK = 64;

static void run_block(u32 block) {
  memset(MEMORY + head[OUTPUTS], 0, head[SIZE] - head[OUTPUTS]);
  Z_kernelZ_runTrials(&kernel, head[HEADER], block * BLOCK, BLOCK);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int count, char** words) {
  static struct Z_env_instance_t env;
  /* as engines do: more room than an address reaches, so that no access needs a check */
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED;
  if (mmap(MEMORY, 8ull << 30, PROT_READ | PROT_WRITE, flags, -1, 0) == MAP_FAILED) return 1;
  FILE* image = count > 1 ? fopen(words[1], "rb") : NULL;
  if (!image || fread(head, sizeof *head, 5, image) != 5) return 2;
  if (fread(MEMORY + head[HEADER], 1, head[CONSTANTS], image) != head[CONSTANTS]) return 3;
  env.memory.data = MEMORY;
  env.memory.size = head[SIZE];
  wasm_rt_init();
  Z_kernel_init_module();
  Z_kernel_instantiate(&kernel, &env);
  if (count > 2) {
    run_block(0);
    return fwrite(MEMORY + head[OUTPUTS], 1, head[SIZE] - head[OUTPUTS], stdout) ? 0 : 4;
  }
  char line[32];
  for (u32 next = 0; fgets(line, sizeof line, stdin);) {
    u32 blocks = (atoi(line) + BLOCK - 1) / BLOCK;
    double start = now();
    for (u32 block = 0; block < blocks; block++) run_block(next++);
    printf("%.4f\n", (now() - start) / ((double)blocks * BLOCK * head[SEAT_MONTHS]));
    fflush(stdout);
  }
}
