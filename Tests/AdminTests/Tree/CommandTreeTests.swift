import Testing
import Values

@testable import admin

/// The commands of acts are made when somebody asks for one, and are found as all others are.
@Suite struct CommandTreeTests {
  private func sketch(_ noun: String, _ verb: String?) -> Command {
    Command(noun: noun, verb: verb, group: .start, effect: .reads, parameters: [], examples: []) {
      _, _ in
      .done
    }
  }

  @Test func `A command that is no act is found without the acts`() throws {
    let (status, list) = (sketch("status", nil), sketch("member", "list"))
    let tree = CommandTree(
      before: [status],
      acts: {
        Issue.record("the acts were made")
        return []
      }, after: [list])
    #expect(tree.command("status", nil)?.name == "status")
    #expect(tree.command("member", "list")?.name == "member list")
    #expect(tree.command("member", nil) == nil)
    #expect(tree.hasNoun("member") && tree.hasNoun("status"))
  }

  @Test func `An act is found, and the order is that of the overview`() {
    let (before, after) = (sketch("status", nil), sketch("member", "list"))
    let (admit, plan) = (sketch("member", "admit"), sketch("meeting", "plan"))
    let tree = CommandTree(before: [before], acts: { [admit, plan] }, after: [after])
    #expect(tree.commands.map(\.name) == ["status", "member admit", "meeting plan", "member list"])
    #expect(tree.command("meeting", "plan")?.name == "meeting plan")
    #expect(tree.command("meeting", nil) == nil && tree.command("meeting", "list") == nil)
    #expect(tree.hasNoun("meeting") && !tree.hasNoun("galaxy"))
    #expect(tree.nouns == ["status", "member", "meeting"])
    #expect(tree.verbs(of: "member") == ["admit", "list"])
  }

  @Test func `Every command of an act is of two words, and no other command has its name`() {
    #expect(Command.acts.count > 100 && Command.acts.allSatisfy { $0.verb != nil })
    let names = CommandTree.all.commands.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
