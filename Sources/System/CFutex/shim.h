#pragma once
#include <linux/futex.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The kernel's own calls have no function in the C library. The word is read by the kernel only, so that one that
 * lies beyond the end of its file is an error and no signal. */

/* Sleeps while the word is what it was, at most so long; 0 when woken, else -1 with errno. */
static inline int acta_futex_wait(const void *word, uint32_t value, const struct timespec *at_most) {
  return (int)syscall(SYS_futex, word, FUTEX_WAIT, value, at_most, (void *)0, 0);
}

/* Wakes all who sleep on the word; how many. */
static inline int acta_futex_wake(const void *word) {
  return (int)syscall(SYS_futex, word, FUTEX_WAKE, INT32_MAX, (void *)0, (void *)0, 0);
}
