import Plugins
import Testing

/// The calendar over the whole of its years.
@Suite struct MomentTests {
  private static let questions = [
    "getFullYear", "getMonth", "getDate", "getDayOfWeek", "getDayOfYear", "getHours",
    "getMinutes", "getSeconds", "getMilliseconds",
  ]

  @Test(arguments: moments)
  func `A moment has the parts that the calendar gives it`(_ moment: Moment) throws {
    let list = Self.questions.map { "timestamp('\(moment.text)').\($0)()" }.joined(separator: ", ")
    let parts = moment.parts.map { "\($0)" }.joined(separator: ", ")
    #expect(Evaluating.shown("[\(list)]") == "[\(parts)]")
  }

  @Test(arguments: moments)
  func `A moment is so many seconds since 1970`(_ moment: Moment) throws {
    #expect(try #require(CEL.Timestamp(moment.text)).seconds == moment.seconds)
    #expect(Evaluating.shown("int(timestamp('\(moment.text)'))") == "\(moment.seconds)")
  }

  @Test(arguments: zip(moments, moments.dropFirst()))
  func `The time between two moments leads from one to the other`(
    _ first: Moment, _ second: Moment
  ) {
    let (from, until) = ("timestamp('\(first.text)')", "timestamp('\(second.text)')")
    let isNear = abs(first.seconds - second.seconds) < 9_223_372_036
    let expected = isNear ? "true" : "!evaluation-time-outside"
    #expect(Evaluating.shown("\(from) + (\(until) - \(from)) == \(until)") == expected)
    let order = first.seconds < second.seconds
    #expect(Evaluating.shown("\(from) < \(until)") == "\(order)")
  }
}
