package import Governance
import Plugins
import Values

/// The text of a motion with every adopted change, its amendment and its vote.
package struct MotionPaper {
  private let file: MotionFile
  private let sources: [Int64: PaperHead.Source]
  private let catalogue: Catalogue
  /// Whether the text stands as it reads now, without marks.
  private let isClean: Bool

  /// - Parameters:
  ///   - file: What the log holds of the motion.
  ///   - sources: The events that may be quoted, by position.
  ///   - catalogue: The words.
  ///   - isClean: Whether the text stands as it reads now, numbered anew and without marks.
  package init(
    _ file: MotionFile, sources: [Int64: PaperHead.Source], in catalogue: Catalogue,
    isClean: Bool = false
  ) {
    self.file = file
    self.sources = sources
    self.catalogue = catalogue
    self.isClean = isClean
  }

  package var document: Document {
    let motion = file.motion
    let blocks =
      [.facts(facts), heading("document.motion-text", "text")] + text
      + (isClean || motion.amendments.isEmpty
        ? [] : [heading("document.amendments", "amendments")] + motion.amendments.map(item))
    let events = Set(blocks.flatMap(\.events))
    let notes = events.compactMap { event in
      sources[event].map { (event, $0.note(event, catalogue)) }
    }
    return Document(
      catalogue.language, title: Visible.text(motion.proposal?.facts.title ?? motion.id.text),
      subtitle: word("document.motion", ["motion": .text(motion.id.text)]), blocks: blocks,
      notes: Dictionary(notes, uniquingKeysWith: { first, _ in first }),
      notesTitle: word("document.events"),
      closing: [word("document.motion-digest", ["digest": .text(motion.consolidation.text.digest)])]
    )
  }

  private func word(_ key: String, _ values: [String: Failure.Value] = [:]) -> String {
    catalogue.text(key, values)
  }

  private func heading(_ key: String, _ place: String) -> Document.Block {
    .heading(2, Document.Span(word(key)), place: place)
  }

  private func name(_ text: LocalText) -> String {
    Visible.text(text.text(in: catalogue.language.rawValue, else: file.rules.languages))
  }
}

// MARK: - What is known of it

extension MotionPaper {
  private var facts: [Document.Fact] {
    let put = file.motion.proposal
    let events = [put?.position].compactMap(\.self)
    return [
      fact("document.network", name(file.rules.title), []),
      put.flatMap { file.rules.body($0.facts.body) }.map {
        fact("document.body", name($0.title), [])
      },
      put.map { fact("document.put-on", catalogue.day($0.mark.effective), events) },
      put?.facts.member.map { fact("document.put-by", $0.text, events) },
      state,
      file.motion.ending.map {
        fact(
          "document.decision", $0.facts.deliberation.text, [$0.position])
      },
    ].compactMap(\.self)
  }

  private var state: Document.Fact? {
    file.motion.stage.map { stage in
      let title = file.rules.motions?.state(stage.state).map { name($0.title) } ?? stage.state
      return fact("document.state", title, [file.motion.position].compactMap(\.self))
    }
  }

  private func fact(_ key: String, _ value: String, _ events: [Int64]) -> Document.Fact {
    Document.Fact(word(key), Document.Span(value, events))
  }
}

// MARK: - The text

extension MotionPaper {
  private var text: [Document.Block] {
    let consolidation = file.motion.consolidation
    guard !isClean else {
      return consolidation.text.paragraphs.enumerated().map { index, paragraph in
        item("\(index + 1).", paragraph, place: "\(index + 1)")
      }
    }
    var inserted = 0
    return consolidation.passages.flatMap { passage -> [Document.Block] in
      inserted = passage.former.isEmpty ? inserted + 1 : 0
      guard let amendment = passage.amendment else {
        return passage.former.map { item("\(passage.number).", $0, place: "\(passage.number)") }
      }
      return [marked(passage, by: amendment, inserted)]
    }
  }

  private func item(_ number: String, _ paragraph: String, place: String) -> Document.Block {
    .item(depth: 0, number: number, Document.Span(oneLine([paragraph])), place: place)
  }

  private func marked(
    _ passage: Consolidation.Passage, by amendment: Amendment, _ inserted: Int
  ) -> Document.Block {
    let words = WordDifference(from: oneLine(passage.former), to: oneLine(passage.current))
    let numbers = Self.numbers(amendment.change)
    let place = passage.former.isEmpty ? "\(passage.number)+\(inserted)" : numbers
    let events = [amendment.proposal.position, amendment.decision?.position].compactMap(\.self)
    return .marked(
      number: "\(place).", words.runs, note: Document.Span(told(of: amendment), events),
      place: place)
  }

  private func oneLine(_ paragraphs: [String]) -> String {
    paragraphs.map { Visible.text(StatementText.oneLine($0)) }.joined(separator: " ")
  }

  private static func numbers(_ change: AmendmentChange) -> String {
    change.last == change.first ? "\(change.first)" : "\(change.first)–\(change.last)"
  }

  /// Whose it is and what came of it, such as `Amendment 2 (ES): adopted by consensus, decision D-4.` with the votes.
  private func told(of amendment: Amendment) -> String {
    var values: [String: Failure.Value] = [
      "number": .int(amendment.number),
      "member": .text(amendment.proposal.facts.member?.text ?? "–"),
      "standing": .text(file.motion.standing(of: amendment).rawValue),
    ]
    guard let decision = amendment.decision?.facts else {
      return word("document.amendment-undecided", values)
    }
    values["deliberation"] = .text(decision.deliberation.text)
    guard let votes = decision.votes else { return word("document.amendment", values) }
    values["for"] = .int(votes.inFavour)
    values["against"] = .int(votes.against)
    values["abstain"] = .int(votes.abstaining)
    return word("document.amendment-voted", values)
  }

  /// An amendment in the list below the text, with those that it collides with.
  private func item(_ amendment: Amendment) -> Document.Block {
    let change = amendment.change
    let others = file.motion.collisions(of: amendment).map { "\($0.number)" }
    var text = told(of: amendment) + " "
    text += word(
      "document.amendment-change",
      ["change": .text(change.kind.rawValue), "paragraphs": .text(Self.numbers(change))])
    if let words = change.text { text += " " + oneLine(MotionText(words).paragraphs) }
    if !others.isEmpty {
      text += " " + word("document.amendment-collides", ["others": .list(others)])
    }
    let events = [
      amendment.proposal.position, amendment.withdrawal?.position, amendment.decision?.position,
    ].compactMap(\.self)
    return .item(
      depth: 0, number: "\(amendment.number).", Document.Span(text, events),
      place: "amendment-\(amendment.number)")
  }
}
