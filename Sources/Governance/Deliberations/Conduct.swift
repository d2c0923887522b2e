package import Values

extension Resolution {
  /// How a vote went beside its numbers: what a reader needs to see why they are as they are.
  ///
  /// Each part is left out of the log where there is none of it.
  package struct Conduct: Hashable, Sendable {
    /// Declarations of those who stood aside, in the order in which they were given.
    package var recusals: [Recusal]
    /// The proxies that counted, in the order of the givers.
    package var proxies: [ProxyVote]
    /// When the vote was taken, where that was said.
    package var time: TimeOfDay?
    /// The votes by their weights; nil where no weights count.
    package var shares: Tally?
    /// Votes that do not count, since the member has another one or gave two; in the order given.
    package var struck: [Cast]
    /// The lot that decided a tie.
    package var drawing: Drawing?
    /// The tie whose second round this vote is.
    package var secondRoundOf: DeliberationID?
    /// The choice among several options; nil for a vote by yes and no.
    package var selection: Selection?
    /// Who stood aside from a consensus, in the order given.
    package var aside: [MemberID]
    /// Who was in the room and did not object, of a consensus; empty where a past does not say who was there.
    package var noObjection: [MemberID]

    package init(
      recusals: [Recusal] = [], proxies: [ProxyVote] = [], time: TimeOfDay? = nil,
      shares: Tally? = nil, struck: [Cast] = [], drawing: Drawing? = nil,
      secondRoundOf: DeliberationID? = nil, selection: Selection? = nil, aside: [MemberID] = [],
      noObjection: [MemberID] = []
    ) {
      (self.recusals, self.proxies, self.time) = (recusals, proxies, time)
      (self.shares, self.struck) = (shares, struck)
      (self.drawing, self.secondRoundOf) = (drawing, secondRoundOf)
      (self.selection, self.aside, self.noObjection) = (selection, aside, noObjection)
    }
  }

  /// A member that was away, and who voted for it.
  package struct ProxyVote: Hashable, Sendable {
    package let proxy: ProxyID
    package let giver: MemberID
    package let holder: MemberID
    /// Whether it was given for presence too.
    package let presence: Bool

    package init(proxy: ProxyID, giver: MemberID, holder: MemberID, presence: Bool) {
      (self.proxy, self.giver) = (proxy, giver)
      (self.holder, self.presence) = (holder, presence)
    }

    /// `ES (PT)`: the giver, and who votes for it.
    var words: String { "\(giver.text) (\(holder.text))" }

    var json: JSON {
      [
        "proxy": .text(proxy.text), "giver": .text(giver.text), "holder": .text(holder.text),
        "presence": .bool(presence),
      ]
    }

    init(_ reader: FieldReader) throws(Failure) {
      proxy = try reader.id("proxy")
      giver = try reader.id("giver")
      holder = try reader.id("holder")
      presence = try reader.bool("presence")
    }
  }

  /// A member declares that it stands aside from one matter, and why.
  package struct Recusal: Hashable, Sendable {
    package let member: MemberID
    package let reason: String

    package init(member: MemberID, reason: String) {
      self.member = member
      self.reason = reason
    }

    var json: JSON { ["member": .text(member.text), "reason": .text(reason)] }

    init(_ reader: FieldReader) throws(Failure) {
      member = try reader.id("member")
      reason = try reader.text("reason")
    }
  }
}

extension Resolution.Conduct {
  var data: [(String, JSON?)] {
    [
      ("recusals", recusals.isEmpty ? nil : .list(recusals.map(\.json))),
      ("proxies", proxies.isEmpty ? nil : .list(proxies.map(\.json))),
      ("time", time.map { .text($0.description) }), ("shares", shares.map(Self.sums)),
      ("struck", struck.isEmpty ? nil : Resolution.roll(struck)), ("lot", drawing?.json),
      ("second_round_of", secondRoundOf.map { .text($0.text) }), ("choice", selection?.json),
      ("aside", aside.isEmpty ? nil : .ids(aside)),
      ("no_objection", noObjection.isEmpty ? nil : .ids(noObjection)),
    ]
  }

  init(_ reader: FieldReader) throws(Failure) {
    self.init(
      recusals: try reader.records("recusals", Resolution.Recusal.init),
      proxies: try reader.records("proxies", Resolution.ProxyVote.init),
      time: try reader.optional("time", FieldReader.time), shares: try Self.shares(reader),
      struck: try Resolution.casts(reader, "struck"), drawing: try Self.drawing(reader),
      secondRoundOf: reader.has("second_round_of") ? try reader.id("second_round_of") : nil,
      selection: reader.has("choice") ? try Selection(reader.part("choice")) : nil,
      aside: reader.has("aside") ? try reader.ids("aside") : [],
      noObjection: reader.has("no_objection") ? try reader.ids("no_objection") : [])
  }

  private static func drawing(_ reader: FieldReader) throws(Failure) -> Resolution.Drawing? {
    guard reader.has("lot"), let json = reader.fields["lot"] else { return nil }
    return try Resolution.Drawing(FieldReader(json, of: reader.subject))
  }

  private static func sums(_ shares: Tally) -> JSON {
    .object(compacting: [
      ("entitled", .count(shares.entitled)), ("present", shares.present.map { .count($0) }),
      ("proxied", .count(shares.proxied)), ("recused", .count(shares.recused)),
      ("for", .count(shares.inFavour)), ("against", .count(shares.against)),
      ("abstain", .count(shares.abstaining)),
    ])
  }

  private static func shares(_ reader: FieldReader) throws(Failure) -> Tally? {
    guard reader.has("shares"), let json = reader.fields["shares"] else { return nil }
    let sums = try FieldReader(json, of: reader.subject)
    return Tally(
      entitled: try sums.int("entitled"), present: try sums.optional("present", FieldReader.int),
      proxied: try sums.int("proxied"), recused: try sums.int("recused"),
      inFavour: try sums.int("for"), against: try sums.int("against"),
      abstaining: try sums.int("abstain"))
  }
}

extension FieldReader {
  /// The records of a list that may be left out; empty when it was.
  func records<Value>(
    _ name: String, _ read: (FieldReader) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    guard has(name) else { return [] }
    var values: [Value] = []
    for json in try list(name) { values.append(try read(FieldReader(json, of: subject))) }
    return values
  }
}
