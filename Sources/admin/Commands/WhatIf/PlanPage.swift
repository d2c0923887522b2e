internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// A plan for people: what changes, who is affected, what keeps the old rules, what is needed.
struct PlanPage {
  private let plan: RulesPlan
  private let catalogue: Catalogue
  private let changes: ChangePage
  private let differences: DifferencePage

  init(_ plan: RulesPlan, _ catalogue: Catalogue, versions: RulesVersions) {
    self.plan = plan
    self.catalogue = catalogue
    changes = ChangePage(catalogue, electorates: plan.electorates)
    differences = DifferencePage(catalogue, versions: versions)
  }

  /// Without an end after the last line.
  var text: String {
    ([title] + plan.changes.map { "  " + changes.line(of: $0) } + [affected] + open + past + needs
      + [catalogue.text("plan.summary", RulesTotals(plan.changes).values)])
      .joined(separator: "\n")
  }

  private var title: String {
    catalogue.text(
      "plan.title",
      [
        "before": .text(plan.inForce.text), "after": .text(plan.planned.text),
        "day": .day(plan.effective), "changes": .int(plan.changes.count),
      ])
  }

  private var affected: String {
    let (bodies, classes) = (plan.affected.bodies, plan.affected.classes)
    return catalogue.text(
      "plan.affected",
      [
        "bodies": bodies.isEmpty ? .word("plan.no-body") : .list(bodies),
        "classes": classes.isEmpty ? .word("plan.no-class") : .list(classes),
        "members": .int(plan.affected.members), "all": .int(plan.affected.all),
      ])
  }

  private var open: [String] {
    guard !plan.open.isEmpty else { return [catalogue.text("plan.open.none")] }
    return [catalogue.text("plan.open")]
      + plan.open.map { matter in
        "  "
          + catalogue.text(
            plan.keeps(matter) ? "plan.open.keeps" : "plan.open.changes",
            [
              "id": .text(matter.id), "stage": .word("open.\(matter.stage.rawValue)"),
              "day": .day(matter.since),
            ])
      }
  }

  private var past: [String] {
    let head = catalogue.text(
      "plan.past",
      ["different": .int(plan.past.differences.count), "decided": .int(plan.past.decided)])
    return [head] + plan.past.differences.map { "  " + differences.line(of: $0) }
  }

  private var needs: [String] {
    let digest = Failure.Value.text(plan.planned.digest.hex)
    guard plan.inForce.digest != plan.planned.digest else {
      return [catalogue.text("plan.needs.nothing")]
    }
    guard !plan.needs.isEmpty else {
      return [catalogue.text("plan.needs.none", ["digest": digest])]
    }
    return plan.needs.map { needed in
      catalogue.text(
        "plan.needs",
        [
          "body": .text(needed.body), "matter": .text(needed.matter), "digest": digest,
          "clause": .text(needed.clause), "majority": .text(majority(needed)),
        ])
    }
  }

  /// `first consensus, else at least 2/3 of all members (17 of 25)`.
  private func majority(_ needed: NeededMajority) -> String {
    let method = catalogue.text("term.\(needed.method.rawValue)")
    guard let threshold = needed.threshold else { return method }
    let words = changes.words(of: threshold, needed.base.rawValue, needed.needed, needed.of)
    return needed.method == .vote ? words : "\(method); \(words)"
  }
}
