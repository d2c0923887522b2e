import Governance
import Testing
import Values

@testable import Projections

extension Story {
  /// A meeting is planned; `from` and `until` as much of a day as is known.
  func planned(
    _ id: String, series: String = "plenary", number: Int? = nil, from: String? = nil,
    until: String? = nil, on day: String
  ) throws -> Story {
    let plan = MeetingPlan(
      series: series, number: number, from: try from.map { try #require(PartialDay($0)) },
      until: try until.map { try #require(PartialDay($0)) })
    return try then(.planned(plan), to: id, of: Meeting.self, on: day)
  }

  func convened(_ id: String, on day: String) throws -> Story {
    let convocation = Convocation(
      on: try #require(PartialDay(day)), agenda: ["Opening"], isUrgent: false)
    return try then(.convened(convocation), to: id, of: Meeting.self, on: day)
  }

  func opened(_ id: String, present: [String] = [], on day: String) throws -> Story {
    let opening = Opening(
      on: try #require(PartialDay(day)), present: try present.map { try #require(MemberID($0)) })
    return try then(.opened(opening), to: id, of: Meeting.self, on: day)
  }

  func closed(_ id: String, on day: String) throws -> Story {
    let closing = Closing(on: try #require(PartialDay(day)), time: nil)
    return try then(.closed(closing), to: id, of: Meeting.self, on: day)
  }

  func cancelled(_ id: String, on day: String) throws -> Story {
    let cancellation = Cancellation(on: try #require(PartialDay(day)), reason: "no venue")
    return try then(.cancelled(cancellation), to: id, of: Meeting.self, on: day)
  }

  func published(_ output: String, as identifier: String, for id: String, on day: String) throws
    -> Story
  {
    let publication = Publication(
      output: output, identifier: identifier, on: try #require(PartialDay(day)))
    return try then(.reported(publication), to: id, of: Meeting.self, on: day)
  }

  /// Planned, opened and closed on its own days.
  func held(
    _ id: String, series: String = "plenary", number: Int? = nil, _ from: String, _ until: String
  ) throws -> Story {
    try planned(id, series: series, number: number, from: from, until: until, on: from)
      .opened(id, on: from).closed(id, on: until)
  }
}
