internal import Values

/// How long and how often a delegation speaks: when it asks for the floor, and when a limit is set for an item.
extension Expansion {
  func speakingGuards(of series: Series) -> [ExpandedGuard] {
    guard let rule = series.speaking else { return [] }
    let part = Part(path: "series.\(series.id).speaking", clause: rule.clause)
    let isOfSeries = "meeting.series == \(Self.quoted(series.id))"
    func guards(_ key: String, _ limit: Int, _ within: (String) -> String) -> [ExpandedGuard] {
      let most = value(limit, at: "\(part.path).\(key)")
      return [
        part.guarding(
          [key], on: ["floor.requested"], when: "\(isOfSeries) && !has(payload.point_of_order)",
          within(most)),
        part.guarding(
          [key], on: ["floor.limited"], when: isOfSeries,
          "!has(payload.\(key)) || payload.\(key) <= \(most)"),
      ]
    }
    let minutes = rule.minutes.map { guards("minutes", $0) { "payload.spoken < \($0)" } }
    let times = rule.times.map { guards("times", $0) { "payload.turns <= \($0)" } }
    return (minutes ?? []) + (times ?? [])
  }
}
