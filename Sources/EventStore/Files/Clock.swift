internal import Glibc
package import Values

/// The clock of this machine; whoever needs another time gives it to the log himself.
package enum Clock {
  package static func now() -> Instant {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }
}
