import Testing
import Values

@Suite struct TimeOfDayTests {
  @Test func `Each minute of a day is written and read back equal`() throws {
    var former: TimeOfDay?
    for minute in 0..<1_440 {
      let text =
        "\(minute / 600)\(minute / 60 % 10):\(minute % 60 / 10)\(minute % 10)"
      let time = try #require(TimeOfDay(text))
      #expect(time.minutes == minute)
      #expect(time.description == text)
      if let former { #expect(former < time) }
      former = time
    }
  }

  @Test(arguments: [
    "24:00", "09:60", "9:30", "09:3", "0930", "09:30:00", "", ":", "ab:cd", "-1:00",
  ])
  func `What is no time of a day is not read`(_ text: String) {
    #expect(TimeOfDay(text) == nil)
  }
}
