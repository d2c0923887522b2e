import Values

extension Resolution {
  /// What stands beside a vote: on which ground, with which papers, seen by whom, and on what.
  package struct Circumstances: Hashable, Sendable {
    /// The legal basis, in its words.
    package let basis: String?
    /// Of the papers that lay before the body, in hexadecimal digits; a paper that is replaced later has another digest.
    package let papers: [String]
    /// Who watched while the votes were counted or read out.
    package let witness: PersonID?
    /// The annulled vote that this one repeats.
    package let repeats: DeliberationID?
    /// The motion that was voted on; nil for a matter that was put in no motion.
    package let subject: Subject?
    /// Who gave the votes of members, as far as it was said.
    package let voters: Voters
    /// The ids of what it decides on, such as whom it names; empty where it does not say, so that any may cite it.
    package let decides: [String]

    package init(
      basis: String? = nil, papers: [String] = [], witness: PersonID? = nil,
      repeats: DeliberationID? = nil, subject: Subject? = nil, decides: [String] = [],
      voters: Voters = Voters()
    ) {
      self.basis = basis
      self.papers = papers
      self.witness = witness
      self.repeats = repeats
      self.subject = subject
      self.decides = decides
      self.voters = voters
    }
  }
}

extension Resolution.Circumstances {
  static let fields: [ActField] =
    [
      .optional("basis", .text), .optional("papers", .texts), .optional("witness", .id("person")),
      .optional("repeats", .id("deliberation")), .optional("decides", .words),
      Voters.field,
    ] + Resolution.Subject.fields

  init(_ input: ActInput) throws(Failure) {
    self.init(
      basis: try input.optional("basis", ActInput.text), papers: try input.digests("papers"),
      witness: input.has("witness") ? try input.id("witness") : nil,
      repeats: input.has("repeats") ? try input.id("repeats") : nil,
      subject: try Resolution.Subject(input),
      decides: try input.ids("decides", of: Decided.self).map(\.text), voters: try Voters(input))
  }

  /// Whatever a deliberation may decide on: a member, a programme, a subgroup, a body, a parameter.
  private enum Decided {}

  init(_ reader: FieldReader) throws(Failure) {
    self.init(
      basis: try reader.optional("basis", FieldReader.text),
      papers: reader.has("papers") ? try reader.texts("papers") : [],
      witness: reader.has("witness") ? try reader.id("witness") : nil,
      repeats: reader.has("repeats") ? try reader.id("repeats") : nil,
      subject: try Resolution.Subject(reader),
      decides: reader.has("decides") ? try reader.texts("decides") : [], voters: try Voters(reader))
  }

  var data: [(String, JSON?)] {
    [
      ("basis", basis.map { .text($0) }), ("papers", papers.isEmpty ? nil : .texts(papers)),
      ("witness", witness.map { .text($0.text) }), ("repeats", repeats.map { .text($0.text) }),
      ("decides", decides.isEmpty ? nil : .texts(decides)),
      ("voters", voters.data),
    ] + (subject?.data ?? [])
  }

  var needs: [Need] {
    [
      witness.map { .one(EntityKey($0)) }, repeats.map { .one(EntityKey($0)) },
      subject.map { .one(EntityKey($0.motion)) },
    ].compactMap(\.self) + voters.needs
  }

  /// A witness is a person of the network, and only what was annulled is repeated.
  func check(in ledger: Ledger) throws(Refusal) {
    if let witness { try PersonChecks.check(witness, in: ledger) }
    guard let repeats else { return }
    let earlier = try DeliberationChecks.decided(repeats, in: ledger)
    guard earlier.annulment == nil else { return }
    throw Refusal(
      .voteStillCounts, ["deliberation": .text(repeats.text)],
      ways: [Note("annul-first", ["deliberation": .text(repeats.text)])])
  }
}

extension RefusalCode {
  static let voteStillCounts = RefusalCode("vote-still-counts")
}
