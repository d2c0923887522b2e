internal import Values

/// Reads how long and how often each delegation speaks on one item.
enum SpeakingReader {
  static func speaking(_ section: inout Section) -> SpeakingRule? {
    let minutes = section.optional("minutes", .number(1...999))
    let times = section.optional("times", .number(1...99))
    let isRecorded = section.optional("recorded", .boolean)
    if !["minutes", "times", "recorded"].contains(where: { section.has($0) }) {
      section.note(Failure(.keyMissing, ["key": .text("minutes")], at: section.place))
    }
    return section.clause().map { clause in
      SpeakingRule(
        minutes: minutes, times: times, isRecorded: isRecorded ?? false, clause: clause)
    }
  }
}
