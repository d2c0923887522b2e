package import Values

extension Resolution {
  package var data: JSON {
    .object(
      compacting: [
        ("meeting", meeting.map { .text($0.text) }),
        ("procedure", procedure.map { .text($0.text) }), ("body", .text(body)),
        ("title", .text(title)),
        ("matter", .text(matter)), ("text", text.map { .text($0) }),
        ("method", .text(method.rawValue)), ("entitled", entitled.map { .count($0) }),
        ("present", present.map { .count($0) }), ("votes", tally.map(Self.votes)),
        ("names", names.isEmpty ? nil : Self.roll(names)),
        ("chair_vote", chairVote.map { .text($0.rawValue) }),
        ("dissent", dissent.isEmpty ? nil : Self.statements(dissent)),
        ("digest", digest.map { .text($0) }),
      ] + circumstances.data + conduct.data)
  }

  private static func votes(_ tally: Tally) -> JSON {
    .object(compacting: [
      ("for", .count(tally.inFavour)), ("against", .count(tally.against)),
      ("abstain", .count(tally.abstaining)), ("recused", .count(tally.recused)),
      ("represented", .count(tally.represented)),
      ("proxied", tally.proxied == 0 ? nil : .count(tally.proxied)),
    ])
  }

  static func roll(_ names: [Cast]) -> JSON {
    .list(
      names.map { name in
        .object(compacting: [
          ("member", .text(name.member.text)), ("vote", .text(name.vote.rawValue)),
          ("by", name.by.map { .text($0.text) }),
        ])
      })
  }

  private static func statements(_ dissent: [Dissent]) -> JSON {
    .list(dissent.map { ["member": .text($0.member.text), "text": .text($0.text)] })
  }

  package init(_ reader: FieldReader) throws(Failure) {
    let entitled = try reader.optional("entitled", FieldReader.int)
    let present = try reader.optional("present", FieldReader.int)
    self.init(
      in: try reader.has("meeting") ? reader.id("meeting") : nil,
      by: try reader.has("procedure") ? reader.id("procedure") : nil,
      body: try reader.text("body"),
      title: try reader.text("title"), matter: try reader.text("matter"),
      text: try reader.optional("text", FieldReader.text), method: try reader.choice("method"),
      tally: try Self.tally(reader, entitled: entitled ?? 0, present: present), entitled: entitled,
      present: present, names: try Self.casts(reader, "names"),
      chairVote: try reader.fields["chair_vote"] == nil ? nil : reader.choice("chair_vote"),
      dissent: try Self.dissent(reader), digest: try reader.optional("digest", FieldReader.text),
      circumstances: try Circumstances(reader), conduct: try Conduct(reader))
  }

  private static func tally(
    _ reader: FieldReader, entitled: Int, present: Int?
  ) throws(Failure) -> Tally? {
    guard let json = reader.fields["votes"] else { return nil }
    let votes = try FieldReader(json, of: reader.subject)
    return Tally(
      entitled: entitled, present: present, represented: try votes.int("represented"),
      proxied: try votes.optional("proxied", FieldReader.int) ?? 0,
      recused: try votes.int("recused"), inFavour: try votes.int("for"),
      against: try votes.int("against"), abstaining: try votes.int("abstain"))
  }

  /// The votes under a key; empty where there are none.
  static func casts(_ reader: FieldReader, _ name: String) throws(Failure) -> [Cast] {
    var names: [Cast] = []
    for json in reader.fields[name]?.list ?? [] {
      let item = try FieldReader(json, of: reader.subject)
      names.append(
        Cast(
          member: try item.id("member"), vote: try item.choice("vote"),
          by: item.has("by") ? try item.id("by") : nil))
    }
    return names
  }

  private static func dissent(_ reader: FieldReader) throws(Failure) -> [Dissent] {
    var dissent: [Dissent] = []
    for json in reader.fields["dissent"]?.list ?? [] {
      let item = try FieldReader(json, of: reader.subject)
      dissent.append(Dissent(member: try item.id("member"), text: try item.text("text")))
    }
    return dissent
  }
}
