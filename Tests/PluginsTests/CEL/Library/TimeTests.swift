import Testing

/// Parts of moments and lengths of time, and arithmetic with them.
///
/// An answer with `!` is the code of an error while it runs, with `!!` of a fault before.
@Suite struct TimeTests {
  static let rows: [Evaluating.Row] = [
    ("timestamp('2020-03-04T05:06:07.890Z').getFullYear()", "2020"),
    ("timestamp('2020-03-04T05:06:07.890Z').getMonth()", "2"),
    ("timestamp('2020-03-04T05:06:07.890Z').getDate()", "4"),
    ("timestamp('2020-03-04T05:06:07.890Z').getDayOfMonth()", "3"),
    ("timestamp('2020-03-04T05:06:07.890Z').getDayOfWeek()", "3"),
    ("timestamp('2020-03-01T05:06:07.890Z').getDayOfWeek()", "0"),
    ("timestamp('2020-03-04T05:06:07.890Z').getDayOfYear()", "63"),
    ("timestamp('2020-12-31T05:06:07.890Z').getDayOfYear()", "365"),
    ("timestamp('2021-12-31T05:06:07.890Z').getDayOfYear()", "364"),
    ("timestamp('2020-03-04T05:06:07.890Z').getHours()", "5"),
    ("timestamp('2020-03-04T05:06:07.890Z').getMinutes()", "6"),
    ("timestamp('2020-03-04T05:06:07.890Z').getSeconds()", "7"),
    ("timestamp('2020-03-04T05:06:07.890Z').getMilliseconds()", "890"),
    ("timestamp('1969-12-31T23:59:59.5Z').getSeconds()", "59"),
    ("timestamp('1969-12-31T23:59:59.5Z').getMilliseconds()", "500"),
    ("timestamp('1969-12-31T23:59:59.5Z').getFullYear()", "1969"),
    ("timestamp('2020-01-01T00:00:00Z').getFullYear('-01:00')", "2019"),
    ("timestamp('2020-01-01T00:00:00Z').getDate('-01:00')", "31"),
    ("timestamp('2020-01-01T00:00:00Z').getHours('+05:30')", "5"),
    ("timestamp('2020-01-01T00:00:00Z').getMinutes('+05:30')", "30"),
    ("timestamp('2020-01-01T00:00:00Z').getMonth('-00:01')", "11"),
    ("timestamp('2020-01-01T00:00:00Z').getDayOfWeek('-01:00')", "2"),
    ("timestamp('2020-01-01T00:00:00Z').getDayOfYear('-01:00')", "364"),
    ("timestamp('2020-01-01T00:00:00Z').getDayOfMonth('-01:00')", "30"),
    ("timestamp('2020-01-01T00:00:00.250Z').getMilliseconds('+01:00')", "250"),
    ("timestamp('2020-01-01T00:00:09Z').getSeconds('+01:00')", "9"),
    ("timestamp('2020-01-01T00:00:00Z').getHours('UTC')", "0"),
    ("timestamp('2020-01-01T00:00:00Z').getHours('Nowhere/Town')", "!evaluation-zone"),
    ("duration('3h5m7s').getHours()", "3"),
    ("duration('3h5m7s').getMinutes()", "185"),
    ("duration('3h5m7s').getSeconds()", "11107"),
    ("duration('3s250ms').getMilliseconds()", "250"),
    ("duration('-90m').getHours()", "-1"),
    ("duration('-90m').getMinutes()", "-90"),
    ("timestamp('2020-01-01T00:00:00Z') + duration('36h')", "2020-01-02T12:00:00Z"),
    ("duration('36h') + timestamp('2020-01-01T00:00:00Z')", "2020-01-02T12:00:00Z"),
    ("timestamp('2020-03-01T00:00:00Z') - duration('24h')", "2020-02-29T00:00:00Z"),
    ("timestamp('2020-03-01T00:00:00Z') - timestamp('2020-02-28T00:00:00Z')", "172800s"),
    ("timestamp('2020-01-01T00:00:00Z') - timestamp('2020-01-01T00:00:01Z')", "-1s"),
    ("duration('1h') + duration('30m')", "5400s"),
    ("duration('1h') - duration('90m')", "-1800s"),
    ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "!evaluation-time-outside"),
    ("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", "!evaluation-time-outside"),
    ("timestamp('2020-01-01T00:00:00Z') < timestamp('2020-01-01T00:00:00.000000001Z')", "true"),
    ("timestamp('2020-01-01T01:00:00+01:00') == timestamp('2020-01-01T00:00:00Z')", "true"),
    ("timestamp('2020-01-01T00:00:00Z') >= timestamp('2020-01-01T00:00:00Z')", "true"),
    ("duration('60s') == duration('1m')", "true"),
    ("duration('60s') < duration('61s')", "true"),
    ("duration('-1s') < duration('0s')", "true"),
    ("dyn(timestamp(0)) + dyn(1)", "!evaluation-no-overload"),
    ("dyn(timestamp(0)) + dyn(timestamp(0))", "!evaluation-no-overload"),
    ("dyn(duration('1s')) * dyn(2)", "!evaluation-no-overload"),
    ("dyn(timestamp(0)) < dyn(duration('1s'))", "!evaluation-no-overload"),
    ("dyn(1).getHours()", "!evaluation-no-overload"),
    ("dyn('a').getFullYear()", "!evaluation-no-overload"),
  ]

  @Test(arguments: rows)
  func `Parts of times and sums with them are those of the calendar`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
