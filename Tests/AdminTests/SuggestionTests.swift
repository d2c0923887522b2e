import Testing
import Values

@testable import admin

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("memebr list", "member"), ("membre list", "member"), ("meber list", "member"),
    ("menber list", "member"), ("members list", "member"), ("Member list", "member"),
    ("meetng list", "meeting"), ("meeing list", "meeting"), ("metting list", "meeting"),
    ("meetings list", "meeting"), ("delib list", "deliberation"),
    ("delibration list", "deliberation"), ("deliberaton list", "deliberation"),
    ("deliberations list", "deliberation"), ("apointment list", "appointment"),
    ("appointmnet list", "appointment"), ("program list", "programme"),
    ("programe list", "programme"), ("subgruop list", "subgroup"), ("sugroup list", "subgroup"),
    ("directry show", "directory"), ("bord elect", "board"), ("baord elect", "board"),
    ("stauts", "status"), ("statsu", "status"), ("verfiy", "verify"), ("hlep", "help"),
    ("member lsit", "list"), ("member lst", "list"), ("member lists", "list"),
    ("member admti", "admit"), ("member amit", "admit"), ("meeting convne", "convene"),
    ("meeting opne", "open"), ("meeting cancle", "cancel"), ("member list --jsno", "--json"),
    ("member list --filed x", "--fields"), ("member list --dryrun", "--dry-run"),
    ("member list --limt 3", "--limit"), ("member list --asof 2026-01-01", "--as-of"),
    ("member admit PT --clas member", "--class"),
  ])
  func `A typing error gets the word that was meant`(_ row: (line: String, word: String)) {
    let outcome = Outcome(row.line)
    #expect(outcome.talk.contains("Did you mean `\(row.word)`?"), "\(outcome.talk)")
    #expect(outcome.status == .usage && outcome.output.isEmpty)
  }

  @Test(arguments: [
    "xyzzy", "foo", "baz", "qwerty", "asdf", "q", "zz", "hello", "please", "12345", "plugh",
    "lorem", "ipsum", "wombat", "kubernetes", "sudo", "grep", "ééé", "🦊", "ThisIsNoCommandAtAll",
    "member xyzzy", "member qqq", "member list --frobnicate", "member list --xyzzy",
  ])
  func `A word near nothing gets no suggestion`(_ line: String) {
    let outcome = Outcome(line)
    #expect(!outcome.talk.contains("Did you mean"), "\(outcome.talk)")
    #expect(outcome.status == .usage && outcome.output.isEmpty)
  }
}
