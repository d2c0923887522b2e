#pragma once

/* A file system for SQLite that fails when a test says so.
 *
 * It stands in front of the one that SQLite has, for the files of one folder: the operations of the
 * kinds asked for are counted, and the n-th of them fails. Folders without a plan are left alone, so
 * that tests may run side by side. */

enum {
  ACTA_FAULT_READ = 1,
  ACTA_FAULT_WRITE = 2,
  ACTA_FAULT_SYNC = 4,
  ACTA_FAULT_TRUNCATE = 8,
  ACTA_FAULT_DELETE = 16,
  ACTA_FAULT_OPEN = 32
};

enum {
  /* Only the n-th operation fails, as a disk that recovers. */
  ACTA_FAULT_ONCE = 0,
  /* From the n-th on nothing gets through any more, as a full disk, a lost one or a power cut. */
  ACTA_FAULT_FOR_EVER = 1,
  /* As before, and the write that fails is written by half. */
  ACTA_FAULT_TORN = 2
};

/* Puts the file system in front of the default one, once for the process; not 0 when SQLite refuses. */
int acta_fault_install(void);

/* Plans a fault; the plan's number, or -1 when there are too many plans or the folder is too long.
 *
 * nth counts from 1; 0 never fails and only counts. code is SQLite's answer to a write that fails,
 * such as SQLITE_FULL; other operations answer with their own input or output error. */
int acta_fault_plan(const char *folder, int operations, int nth, int code, int way);

/* Of a write that is written by half, writes so many bytes instead. */
void acta_fault_cut(int plan, int bytes);

/* How many operations of the kinds asked for came so far, the failed ones too. */
int acta_fault_count(int plan);

void acta_fault_end(int plan);

/* Watches a folder whose power will go; the watch's number, or -1 when there are too many.
 *
 * From here on each change of its databases is kept with what stood there before, by sectors of 512
 * bytes, until the file is synchronized. A disk that lies answers a synchronization and does none. */
int acta_outage_begin(const char *folder, int is_lying);

/* The power went: of each file the changes since its last synchronization are lost from some moment
 * on, or sector by sector, with what lay there before in place of a sector that is new.
 *
 * All connections to the folder must be closed. How many changes were lost. */
int acta_outage_strike(int number, unsigned long long seed);

void acta_outage_end(int number);

/* Stops an ext4 file system at once, what its journal holds included: 0, or the number of the error. */
int acta_shut_down(const char *path);

/* libFuzzer, in programs that are linked with it. Source: LLVM, compiler-rt/lib/fuzzer. */
#include <stddef.h>
#include <stdint.h>
int LLVMFuzzerRunDriver(int *count, char ***words, int (*read)(const uint8_t *bytes, size_t size));
