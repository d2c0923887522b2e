internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// Turns what a line names into what the log keeps of it: a digest, with the bytes beside the log.
struct Attachments {
  private let session: Session
  private let log: Log
  private let today: Day

  init(_ session: Session, log: Log, today: Day) {
    self.session = session
    self.log = log
    self.today = today
  }

  /// The same call with papers as digests, and minutes with the texts that are sent round.
  ///
  /// - Parameters:
  ///   - invocation: The call.
  ///   - isKept: Whether the bytes are kept; a trial keeps nothing.
  /// - Returns: The call as the log keeps it.
  /// - Throws: `file-missing` for a paper that is not there.
  func attached(to invocation: Invocation, keeping isKept: Bool) throws -> Invocation {
    switch invocation.command.name {
    case "agenda add", "referral add", "referral forward": try papers(of: invocation, isKept)
    case "subgroup add", "subgroup amend": try terms(of: invocation)
    case "minutes circulate": try wordings(of: invocation, isKept)
    default: invocation
    }
  }

  private func papers(of invocation: Invocation, _ isKept: Bool) throws -> Invocation {
    let given = invocation.texts("paper")
    guard !given.isEmpty else { return invocation }
    let papers = try given.map { try paper($0, isKept) }
    return invocation.answered(["paper": papers.map { Argument.text($0) }])
  }

  /// A digest, alone or after a name, stays; anything else is a file.
  private func paper(_ text: String, _ isKept: Bool) throws -> String {
    let tail = text.split(separator: "=", omittingEmptySubsequences: false).last ?? ""
    guard !ActInput.isDigest(tail) else { return text }
    let bytes = try FileStore.read(text)
    let name = text.split(separator: "/").last ?? ""
    return "\(name)=\(try kept(bytes, isKept))"
  }

  /// Rules of a subgroup as pairs; a text that is no pair is a file of them.
  private func terms(of invocation: Invocation) throws -> Invocation {
    let given = invocation.texts("rules")
    guard !given.isEmpty else { return invocation }
    let pairs = try given.flatMap { text in
      try text.contains("=") ? [text] : SubgroupTermsReader.pairs(file: text)
    }
    return invocation.answered(["rules": pairs.map { Argument.text($0) }])
  }

  private func wordings(of invocation: Invocation, _ isKept: Bool) throws -> Invocation {
    guard invocation.texts("wording").isEmpty, let id = invocation.text("meeting"),
      let meeting = MeetingID(id),
      let paper = try MeetingPapers(meeting, log: log, today: today),
      let minutes = paper.file.minutes
    else { return invocation }
    let languages = paper.file.rules.languages.compactMap { Language(tag: $0) }
    let texts = try languages.compactMap { language -> String? in
      let head = paper.head(in: Catalogue(language))
      guard let text = MinutesPaper(head, minutes, version: minutes.version)?.text.markdown else {
        return nil
      }
      return "\(language.rawValue)=\(try kept(Array(text.utf8), isKept))"
    }
    guard !texts.isEmpty else { return invocation }
    return invocation.answered(["wording": texts.map { Argument.text($0) }])
  }

  private func kept(_ bytes: [UInt8], _ isKept: Bool) throws -> String {
    isKept ? try FileStore(in: session.folder()).keep(bytes) : FileStore.digest(of: bytes)
  }
}
