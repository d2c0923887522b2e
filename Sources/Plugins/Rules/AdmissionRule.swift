/// How states come in, or into another class: by an application that a body decides, with the opinion of another one.
package struct AdmissionRule: Hashable, Sendable {
  package var decidedBy: String
  /// The kind of matter whose majority decides.
  package var matter: String
  /// The body whose opinion comes before the decision; nil where none is asked for.
  package var opinion: String?
  package var clause: Clause

  package init(decidedBy: String, matter: String, opinion: String?, clause: Clause) {
    self.decidedBy = decidedBy
    self.matter = matter
    self.opinion = opinion
    self.clause = clause
  }
}
