package import Values

/// A network's own file made from a template and a founder's answers.
package struct TemplateInstance: Hashable, Sendable {
  /// The text of `network.yaml`.
  package let text: String
  package let id: String
  /// Who is admitted with the founding, by code.
  package let members: [String]
  package let observers: [String]
  /// Who coordinates from the founding; nil where the template does not ask.
  package let coordinator: String?

  /// Makes the file and names the founding members.
  ///
  /// - Parameters:
  ///   - template: What the network begins from.
  ///   - answers: A mapping with an answer under the id of each question; those that have a
  ///     default may be missing. A title is one text for all languages, or a text for each.
  ///   - today: The day from which acts are recorded, and the default day of the founding.
  ///   - words: The remarks of the file in a language: the working language of the network.
  /// - Returns: The file's text, which `PluginFile.load` reads, and who is admitted.
  /// - Throws: Every wrong, missing or unknown answer.
  package static func make(
    _ template: Template, answers: Node, today: Day,
    words: (String) -> DraftWords = { _ in .english }
  ) throws(PluginRefused) -> TemplateInstance {
    let findings = Findings()
    let values = Answers.read(answers, of: template, today: today, findings)
    guard let values, !findings.hasErrors else { throw PluginRefused(findings) }
    values.checkFit(to: template, findings)
    guard !findings.hasErrors else { throw PluginRefused(findings) }
    return TemplateInstance(
      text: NetworkDraft(
        template: template, answers: values, today: today,
        words: words(values.texts("languages").first ?? "en")
      ).text,
      id: values.text("id") ?? "", members: values.texts("members"),
      observers: values.texts("observers"), coordinator: values.text("coordinator"))
  }

  /// What keeps answers from making a network; empty when they do.
  package static func faults(
    _ template: Template, answers: Node, today: Day
  ) -> [Failure] {
    do throws(PluginRefused) {
      _ = try make(template, answers: answers, today: today)
      return []
    } catch {
      return error.errors
    }
  }
}
