import Governance
import Plugins
import TestKit
import Testing
import Values

/// Who acts for a seat, held to a slow and plain reckoning, over stories by chance.
@Suite struct ActingLawTests {
  private enum Kind: CaseIterable { case holder, vacant, named, ended, away, back }

  /// Something that happened on a day, as a plain record.
  private struct Step {
    let kind: Kind
    let person: Int
    let day: Int
    let until: Int?
    let rank: Int
    let position: Int64
  }

  private static let first = Day("2026-01-01") ?? Day(number: 0)

  private static func story(_ seed: UInt64) -> [Step] {
    var seeded = Seeded(seed: seed)
    return (1...Int.random(in: 4...16, using: &seeded)).map { position in
      let day = Int.random(in: 0..<30, using: &seeded)
      return Step(
        kind: Kind.allCases.randomElement(using: &seeded) ?? .holder,
        person: Int.random(in: 1...4, using: &seeded), day: day,
        until: Bool.random(using: &seeded) ? day + Int.random(in: 1...9, using: &seeded) : nil,
        rank: Int.random(in: 1...3, using: &seeded), position: Int64(position))
    }
  }

  private static func event(_ step: Step) throws -> SeatEvent {
    let person = try #require(PersonID("H-\(step.person)"))
    let from = PartialDay(Day(number: first.number + step.day))
    let until = step.until.map { Day(number: first.number + $0) }
    switch step.kind {
    case .holder: return .appointed(SeatEvent.Making(person: person, from: from))
    case .vacant: return .ended(until: from, reason: "left")
    case .named:
      return .alternate(
        .named(AlternateNaming(person: person, rank: step.rank, from: from, until: until)))
    case .ended:
      return .alternate(.ended(AlternateEnd(person: person, until: from, reason: "moved")))
    case .away: return .alternate(.absent(Absence(person: person, from: from, until: until)))
    case .back: return .alternate(.attending(Absence(person: person, from: from)))
    }
  }

  private static func seat(_ steps: [Step]) throws -> Seat {
    var seat = Seat(id: try #require(SeatID("PT.contact_point.1")))
    for step in steps {
      let day = Day(number: first.number + step.day)
      seat.evolve(with: try event(step), at: Mark(position: step.position, effective: day))
    }
    return seat
  }

  /// The last step of some kinds that counts on a day: of the latest day, and of that the one recorded last.
  private static func last(_ steps: [Step], _ kinds: [Kind], _ person: Int?, on day: Int) -> Step? {
    steps.filter { step in
      kinds.contains(step.kind) && step.day <= day && (person.map { $0 == step.person } ?? true)
    }.max { ($0.day, $0.position) < ($1.day, $1.position) }
  }

  private static func isAway(_ person: Int, _ steps: [Step], on day: Int) -> Bool {
    guard let step = last(steps, [.away, .back], person, on: day), step.kind == .away else {
      return false
    }
    return step.until.map { day < $0 } ?? true
  }

  /// Who acts by the words of the rule: the holder who is there, else the first alternate who is.
  private static func expected(_ steps: [Step], most: Int, on day: Int) -> Int? {
    let holder = last(steps, [.holder, .vacant], nil, on: day)
    if let holder, holder.kind == .holder, !isAway(holder.person, steps, on: day) {
      return holder.person
    }
    let alternates = (1...4).compactMap { person -> Step? in
      guard let step = last(steps, [.named, .ended], person, on: day), step.kind == .named,
        step.until.map({ day < $0 }) ?? true, step.rank <= most,
        !isAway(person, steps, on: day)
      else { return nil }
      return step
    }
    return alternates.min { ($0.rank, $0.position) < ($1.rank, $1.position) }?.person
  }

  private static func rule(_ most: Int) -> SeatRule {
    var rule = Rules.sample.seats[0]
    rule.alternates = most
    return rule
  }

  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func `On every day, who acts is who the rule says`(_ seed: UInt64) throws {
    let steps = Self.story(seed)
    let seat = try Self.seat(steps)
    for most in 0...3 {
      for day in -1...42 {
        let acting = seat.acting(
          on: Day(number: Self.first.number + day), under: Self.rule(most))
        let expected = Self.expected(steps, most: most, on: day).map { "H-\($0)" }
        #expect(acting?.text == expected, "day \(day), \(most) alternates")
      }
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `A seat that is kept and read back says the same of every day`(_ seed: UInt64) throws {
    let seat = try Self.seat(Self.story(seed))
    let back = try Seat(id: seat.id, state: JSON(parsing: seat.state.canonicalText))
    #expect(back == seat)
    for day in -1...42 {
      let day = Day(number: Self.first.number + day)
      #expect(
        back.acting(on: day, under: Self.rule(2)) == seat.acting(on: day, under: Self.rule(2)))
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `Between two turning days nothing changes`(_ seed: UInt64) throws {
    let steps = Self.story(seed)
    let seat = try Self.seat(steps)
    let turns = Set(seat.alternates.turningDays.map(\.number))
      .union(steps.map { Self.first.number + $0.day })
    for day in -1...42 {
      let today = Self.first.number + day
      guard !turns.contains(today) else { continue }
      let before = seat.acting(on: Day(number: today - 1), under: Self.rule(3))
      #expect(seat.acting(on: Day(number: today), under: Self.rule(3)) == before)
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `The order of recording matters only on one and the same day`(_ seed: UInt64) throws {
    let steps = Self.story(seed)
    var days: Set<Int> = []
    // One step of each day, so that the order of recording has nothing to decide.
    let single = steps.filter { days.insert($0.day).inserted }
    var seeded = Seeded(seed: seed &+ 1)
    let shuffled = single.shuffled(using: &seeded).enumerated().map { index, step in
      Step(
        kind: step.kind, person: step.person, day: step.day, until: step.until, rank: step.rank,
        position: Int64(index + 1))
    }
    let (one, other) = (try Self.seat(single), try Self.seat(shuffled))
    for day in -1...42 {
      let day = Day(number: Self.first.number + day)
      let ranks = one.alternates.alternates(on: day).map(\.naming.rank)
      guard Set(ranks).count == ranks.count else { continue }
      #expect(
        one.acting(on: day, under: Self.rule(3)) == other.acting(on: day, under: Self.rule(3)))
    }
  }
}
