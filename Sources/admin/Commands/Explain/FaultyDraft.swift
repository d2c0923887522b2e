internal import Plugins
internal import Publishing
internal import Values

/// `admin explain KEY` where the draft has faults: what the key means and what stands there, as far as it can be read.
struct FaultyDraft {
  private let session: Session
  private let resolved: JSON
  private let errors: Int

  /// - Throws: What the file has to say of itself, where it cannot be read at all.
  init(_ session: Session, at path: String, or refused: PluginRefused) throws {
    let draft = PluginFile.draft(
      path: path, templates: ["\(RulesCommands.folder(of: path))/templates"])
    guard let resolved = draft.resolved else { throw refused }
    (self.session, self.resolved, errors) = (session, resolved, draft.errors)
  }

  /// Every name that can be asked for.
  var names: [String] { RuleKey.names(inDraft: resolved) }

  /// Tells a key.
  ///
  /// - Returns: False when neither the draft nor the format has it, and then nothing is told.
  func tell(_ name: String) -> Bool {
    guard let key = RuleKey(name, inDraft: resolved) else { return false }
    if session.globals.format.isForPrograms {
      session.terminal.write(json(of: key).pretty + "\n")
    } else {
      session.terminal.write(lines(of: key).map { Visible.text($0) + "\n" }.joined())
    }
    return true
  }

  private func json(of key: RuleKey) -> JSON {
    .object(compacting: [
      ("key", .text(key.path)), ("means", key.meaning.map { .text($0) }),
      ("value", key.value ?? .null), ("clause", key.clause.map { .text($0) }),
      ("source", key.source.map { .text($0) }), ("errors", .int(Int64(errors))),
    ])
  }

  private func lines(of key: RuleKey) -> [String] {
    let meaning = key.name.map { "  \(session.catalogue.text("format-key.\($0)"))" }
    let value = key.value.map { told("value", ["value": .text($0.text ?? $0.canonicalText)]) }
    let rule = key.clause.map { clause in
      told("rule", ["rule": .text(clause), "source": .text(source(key.source ?? ""))])
    }
    return [key.path] + [meaning, value ?? told("unset"), rule].compactMap(\.self)
      + [told("faulty", ["n": .int(errors)])]
  }

  private func source(_ key: String) -> String {
    let basis = resolved["basis"]?[key]?.text.map { [key: $0] } ?? [:]
    return RefusalPage(session.catalogue, basis: basis).text(ofSource: key)
  }

  private func told(_ name: String, _ values: [String: Failure.Value] = [:]) -> String {
    "  " + session.catalogue.text("explain.key.\(name)", values)
  }
}
