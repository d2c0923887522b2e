package import Values

/// A matter that a body decided, with the numbers from which anybody can compute the outcome again.
package struct Resolution: EventFacts {
  /// How it was decided.
  package enum Method: String, CaseIterable, Sendable {
    case consensus
    /// By votes of which only the numbers are known.
    case counts
    /// By votes of which each member's is known.
    case names
    /// Outside a meeting, by nobody's having broken the silence in time.
    case silence
  }

  /// The vote of one member; a recused one has none.
  package enum Vote: String, CaseIterable, Sendable {
    case `for`, against, abstain, recused
  }

  /// Nil for what was decided outside a meeting.
  package let meeting: MeetingID?
  /// The written or silence procedure; nil for what was decided in a meeting.
  package let procedure: ProcedureID?
  package let body: String
  package let title: String
  /// The kind of matter, which picks the rule; `default` for all that have none of their own.
  package let matter: String
  /// What was decided, in its words.
  package let text: String?
  package let method: Method
  /// Nil for a consensus.
  package let tally: Tally?
  /// The members entitled to vote, and of these the delegations present; nil where a past does not say.
  package let entitled: Int?
  package let present: Int?
  /// In the order of the roll; empty unless the vote was by names.
  package let names: [Cast]
  package let chairVote: Majority.ChairVote?
  /// Statements of members that were outvoted.
  package let dissent: [Dissent]
  /// Of the document that was decided on, in hexadecimal digits.
  package let digest: String?
  package let circumstances: Circumstances
  package let conduct: Conduct

  package struct Cast: Hashable, Sendable {
    package let member: MemberID
    package let vote: Vote
    /// Who voted for the member, by proxy; nil for one that voted itself.
    package let by: MemberID?

    package init(member: MemberID, vote: Vote, by: MemberID? = nil) {
      self.member = member
      self.vote = vote
      self.by = by
    }
  }

  package struct Dissent: Hashable, Sendable {
    package let member: MemberID
    package let text: String

    package init(member: MemberID, text: String) {
      self.member = member
      self.text = text
    }
  }

  /// What a body decided in a meeting.
  package init(
    meeting: MeetingID, body: String, title: String, matter: String = "default",
    text: String? = nil, method: Method, tally: Tally? = nil, entitled: Int? = nil,
    present: Int? = nil, names: [Cast] = [], chairVote: Majority.ChairVote? = nil,
    dissent: [Dissent] = [], digest: String? = nil, circumstances: Circumstances = Circumstances(),
    conduct: Conduct = Conduct()
  ) {
    self.init(
      in: meeting, by: nil, body: body, title: title, matter: matter, text: text, method: method,
      tally: tally, entitled: entitled, present: present, names: names, chairVote: chairVote,
      dissent: dissent, digest: digest, circumstances: circumstances, conduct: conduct)
  }

  /// What a body decided outside a meeting.
  package init(
    procedure: ProcedureID, body: String, title: String, matter: String = "default",
    text: String? = nil, method: Method, tally: Tally? = nil, entitled: Int? = nil,
    present: Int? = nil, names: [Cast] = [], digest: String? = nil, voters: Voters = Voters(),
    conduct: Conduct = Conduct()
  ) {
    self.init(
      in: nil, by: procedure, body: body, title: title, matter: matter, text: text,
      method: method, tally: tally, entitled: entitled, present: present, names: names,
      chairVote: nil, dissent: [], digest: digest, circumstances: Circumstances(voters: voters),
      conduct: conduct)
  }

  init(
    in meeting: MeetingID?, by procedure: ProcedureID?, body: String, title: String,
    matter: String, text: String?, method: Method, tally: Tally?, entitled: Int?, present: Int?,
    names: [Cast], chairVote: Majority.ChairVote?, dissent: [Dissent], digest: String?,
    circumstances: Circumstances, conduct: Conduct
  ) {
    self.meeting = meeting
    self.procedure = procedure
    self.body = body
    self.title = title
    self.matter = matter
    self.text = text
    self.circumstances = circumstances
    self.conduct = conduct
    self.method = method
    self.tally = tally
    self.entitled = entitled
    self.present = present
    self.names = names
    self.chairVote = chairVote
    self.dissent = dissent
    self.digest = digest
  }
}

/// A matter that is put off to a later meeting.
package struct Deferral: EventFacts {
  package let meeting: MeetingID
  package let body: String
  package let title: String
  package let matter: String
  package let reason: String

  package init(meeting: MeetingID, body: String, title: String, matter: String, reason: String) {
    self.meeting = meeting
    self.body = body
    self.title = title
    self.matter = matter
    self.reason = reason
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "body": .text(body), "title": .text(title),
      "matter": .text(matter), "reason": .text(reason),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    body = try reader.text("body")
    title = try reader.text("title")
    matter = try reader.text("matter")
    reason = try reader.text("reason")
  }
}
