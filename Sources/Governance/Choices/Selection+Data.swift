import Plugins
import Values

extension Selection {
  var json: JSON {
    .object(compacting: [
      ("way", .text(way.rawValue)), ("rankings", .list(rankings.map(\.json))),
      ("names", preferences.isEmpty ? nil : .list(preferences.map(\.json))),
      ("counts", .list(counts.enumerated().flatMap { Self.lines($0.element, of: $0.offset + 1) })),
      ("chosen", chosen.map { .text($0.text) }), ("tied", tied.isEmpty ? nil : .ids(tied)),
      ("lot", drawing?.json), ("chair_choice", chairChoice.map { .text($0.text) }),
    ])
  }

  private static func lines(_ results: [Result], of count: Int) -> [JSON] {
    results.map { result in
      [
        "count": .count(count), "option": .text(result.option.text), "votes": .count(result.votes),
      ]
    }
  }

  init(_ reader: FieldReader) throws(Failure) {
    self.init(
      way: try reader.choice("way"), rankings: try reader.records("rankings", Ranking.init),
      preferences: try reader.records("names", Preference.init),
      counts: try Self.counts(reader),
      chosen: reader.has("chosen") ? try reader.id("chosen") : nil,
      tied: reader.has("tied") ? try reader.ids("tied") : [],
      drawing: reader.has("lot") ? try OptionDrawing(reader.part("lot")) : nil,
      chairChoice: reader.has("chair_choice") ? try reader.id("chair_choice") : nil)
  }

  /// The lines of each count; they stand one count after the other.
  private static func counts(_ reader: FieldReader) throws(Failure) -> [[Result]] {
    var counts: [[Result]] = []
    for json in try reader.list("counts") {
      let part = try FieldReader(json, of: reader.subject)
      let result = Result(try part.id("option"), votes: try part.int("votes"))
      let isNext = try part.int("count") > counts.count
      if isNext {
        counts.append([result])
      } else if !counts.isEmpty {
        counts[counts.count - 1].append(result)
      }
    }
    return counts
  }
}

extension Selection.Ranking {
  var json: JSON { ["order": .ids(order), "ballots": .count(ballots)] }

  init(_ reader: FieldReader) throws(Failure) {
    self.init(try reader.ids("order"), ballots: try reader.int("ballots"))
  }
}

extension Selection.Preference {
  var json: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("order", .ids(order)), ("by", by.map { .text($0.text) }),
    ])
  }

  init(_ reader: FieldReader) throws(Failure) {
    self.init(
      member: try reader.id("member"), order: try reader.ids("order"),
      by: reader.has("by") ? try reader.id("by") : nil)
  }
}

extension OptionDrawing {
  var json: JSON {
    [
      "seed": .text(seed), "method": .text(method),
      "slips": .list(slips.map { ["option": .text($0.option.text), "digest": .text($0.digest)] }),
    ]
  }

  init(_ reader: FieldReader) throws(Failure) {
    seed = try reader.text("seed")
    method = try reader.text("method")
    var slips: [Slip] = []
    for json in try reader.list("slips") {
      let part = try FieldReader(json, of: reader.subject)
      slips.append(Slip(option: try part.id("option"), digest: try part.text("digest")))
    }
    self.slips = slips
  }
}
