import Plugins
import TestKit
import Testing

@Suite struct DurationTests {
  @Test(arguments: [
    ("0", 0), ("0s", 0), ("1ns", 1), ("1us", 1_000), ("1\u{B5}s", 1_000), ("1\u{3BC}s", 1_000),
    ("1ms", 1_000_000), ("1s", 1_000_000_000), ("1m", 60_000_000_000),
    ("1h", 3_600_000_000_000), ("1h1m1s", 3_661_000_000_000), ("1.5s", 1_500_000_000),
    (".5s", 500_000_000), ("1.s", 1_000_000_000), ("-1s", -1_000_000_000),
    ("+1s", 1_000_000_000), ("-1h30m", -5_400_000_000_000), ("0.000000001s", 1),
    ("0.0000000019s", 1), ("9223372036854775807ns", Int64.max),
    ("-9223372036854775808ns", Int64.min), ("1m1m", 120_000_000_000),
  ])
  func `A duration is read to the nanosecond`(_ row: (text: String, nanoseconds: Int64)) {
    #expect(CEL.Duration(row.text)?.nanoseconds == row.nanoseconds)
  }

  @Test(arguments: [
    "", "-", "+", "s", "1", "1d", "1w", "1y", "1 s", " 1s", "1s ", "1H", "--1s", "1s-1m", "1..5s",
    ".s", "1.5.5s", "9223372036854775808ns", "-9223372036854775809ns", "9999999999h",
    "99999999999999999999s", "1s1", "\u{661}s", "1e3s",
  ])
  func `Anything else is no duration`(_ text: String) {
    #expect(CEL.Duration(text) == nil)
  }

  @Test(arguments: [
    (0, "0s"), (1, "0.000000001s"), (-1, "-0.000000001s"), (1_000_000_000, "1s"),
    (1_500_000_000, "1.5s"), (-1_250_000_000, "-1.25s"), (5_400_000_000_000, "5400s"),
    (Int64.max, "9223372036.854775807s"), (Int64.min, "-9223372036.854775808s"),
    (100_000_000, "0.1s"), (1_000_000_001, "1.000000001s"),
  ])
  func `A duration is written in seconds`(_ row: (nanoseconds: Int64, text: String)) {
    #expect(CEL.Duration(nanoseconds: row.nanoseconds).description == row.text)
  }

  @Test(arguments: [1, 2, 3])
  func `What is written is read as the same`(_ seed: UInt64) {
    var generator = Seeded(seed: seed)
    for _ in 0..<500 {
      let shift = Int64.random(in: 0...62, using: &generator)
      let number = Int64.random(in: .min ... .max, using: &generator) >> shift
      let duration = CEL.Duration(nanoseconds: number)
      #expect(CEL.Duration(duration.description) == duration)
    }
  }
}
