import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct CoverageTests {
  private static let member = try? row(
    MemberView.definition.columns, ["PT", "member", "2026-01-10"], from: "2026-01-10")

  private static func row(
    _ columns: [Column], _ values: [JSON], from: String, until: String? = nil
  ) throws -> Row {
    Row(
      columns: columns, values: values, validFrom: try #require(Day(from)),
      validUntil: try until.map { try #require(Day($0)) }, event: 1)
  }

  /// One row of a seat: days, person, first day after the term.
  private func seat(
    _ number: Int64, _ person: String?, _ from: String, until: String? = nil, term: String? = nil
  ) throws -> Row {
    try Self.row(
      SeatView.definition.columns,
      [
        .text("PT.contact_point.\(number)"), "PT", "contact_point", .int(number),
        .orNull(person), .text(from), .orNull(term), .null, .null,
        person == nil ? .text(from) : .null,
      ], from: from, until: until)
  }

  private func coverage(
    _ seats: [Row], minimum: Int, holdsOver: Bool = true, on day: String
  ) throws -> Coverage? {
    var rules = Rules.sample
    rules.seats[0].minimum = minimum
    rules.seats[0].holdsOver = holdsOver
    return Coverage.all(
      members: [try #require(Self.member)], history: seats, under: rules,
      on: try #require(Day(day))
    ).first
  }

  @Test func `A member without any seat is short from the day its class began`() throws {
    let coverage = try coverage([], minimum: 1, on: "2026-06-01")
    #expect(coverage?.missing == 1)
    #expect(coverage?.missingSince == Day("2026-01-10"))
  }

  @Test func `A second seat that nobody fills is short from the day the first was not enough`()
    throws
  {
    let coverage = try coverage([seat(1, "H-1", "2026-02-01")], minimum: 2, on: "2026-06-01")
    #expect(coverage?.held == 1)
    #expect(coverage?.missingSince == Day("2026-01-10"))
  }

  @Test func `What was made good in between begins anew`() throws {
    let seats = try [
      seat(1, "H-1", "2026-02-01", until: "2026-03-01"),
      seat(1, nil, "2026-03-01", until: "2026-04-01"),
      seat(1, "H-2", "2026-04-01", until: "2026-05-01"), seat(1, nil, "2026-05-01"),
    ]
    #expect(try coverage(seats, minimum: 1, on: "2026-03-15")?.missingSince == Day("2026-03-01"))
    #expect(try coverage(seats, minimum: 1, on: "2026-04-15")?.missingSince == nil)
    #expect(try coverage(seats, minimum: 1, on: "2026-06-01")?.missingSince == Day("2026-05-01"))
  }

  @Test func `Two holders who change places on one day leave no gap`() throws {
    let seats = try [
      seat(1, "H-1", "2026-02-01", until: "2026-03-01"), seat(1, nil, "2026-03-01"),
      seat(2, "H-2", "2026-03-01"),
    ]
    #expect(try coverage(seats, minimum: 1, on: "2026-06-01")?.missing == 0)
  }

  @Test func `A term that has run out counts as held where the rule lets holders stay`() throws {
    let seats = try [seat(1, "H-1", "2026-02-01", term: "2026-05-01")]
    #expect(try coverage(seats, minimum: 1, on: "2026-06-01")?.missing == 0)
  }

  @Test func `A term that has run out leaves a vacancy where the rule does not`() throws {
    let seats = try [seat(1, "H-1", "2026-02-01", term: "2026-05-01")]
    let before = try coverage(seats, minimum: 1, holdsOver: false, on: "2026-04-30")
    let after = try coverage(seats, minimum: 1, holdsOver: false, on: "2026-05-01")
    #expect(before?.missing == 0)
    #expect(after?.missing == 1)
    #expect(after?.missingSince == Day("2026-05-01"))
  }

  @Test func `More than the least leaves nothing missing`() throws {
    let seats = try [seat(1, "H-1", "2026-02-01"), seat(2, "H-2", "2026-02-01")]
    #expect(try coverage(seats, minimum: 1, on: "2026-06-01")?.missing == 0)
  }
}
