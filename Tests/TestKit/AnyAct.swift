/// One act by chance: of the past and of today, often one that makes no sense.
package struct AnyAct: CustomStringConvertible, Sendable {
  package let name: String
  package let fields: [String: [String]]
  /// From when it counts, as far as it is known.
  package let day: String

  package var description: String { "\(name) \(fields.sorted { $0.key < $1.key }) on \(day)" }

  /// Acts one after the other, the same for the same seed on every machine.
  package struct Generator {
    private var random: Seeded

    package init(seed: UInt64) { random = Seeded(seed: seed) }

    package mutating func next() -> AnyAct {
      let forms = members() + persons() + boards() + meetings() + work() + corrections()
      let form = forms[Int.random(in: 0..<forms.count, using: &random)]
      let day = pick([
        "2023-05-01", "2025-06", "2025-12-31", "2026-01-01", "2026-01-10", "2026-07-01",
        "2026-11-23", "2026-12-10",
      ])
      return AnyAct(name: form.0, fields: form.1, day: day[0])
    }

    private mutating func pick(_ words: [String]) -> [String] {
      [words[Int.random(in: 0..<words.count, using: &random)]]
    }

    private typealias Form = (String, [String: [String]])

    private mutating func member() -> [String] { pick(["PT", "ES", "MT", "FR"]) }
    private mutating func meeting() -> [String] { pick(["plenary-1", "plenary-2", "plenary-3"]) }
    private mutating func deliberation() -> [String] { pick(["D-1", "D-2", "D-3"]) }

    private mutating func members() -> [Form] {
      let memberClass = pick(["member", "member", "observer", "friend"])
      return [
        ("member admit", ["member": member(), "class": memberClass]),
        ("member admit", ["member": member(), "class": ["member"]]),
        ("member edit", ["member": member(), "class": memberClass]),
        ("member end", ["member": member()]),
        ("application file", ["member": member(), "class": memberClass]),
        (
          "application opinion",
          ["application": ["AP-1"], "body": ["board"], "opinion": ["favourable"]]
        ),
        ("application decide", ["application": ["AP-1"], "by": deliberation()]),
      ]
    }

    private mutating func persons() -> [Form] {
      let person = pick(["H-1", "H-2", "H-9"])
      let seat = pick(["PT.contact_point.1", "ES.contact_point.1", "PT.contact_point.2"])
      return [
        ("person add", ["name": ["Ana Example"], "languages": pick(["pt", "en"])]),
        ("person edit", ["person": person, "specialities": ["extradition"]]),
        ("seat appoint", ["member": member(), "kind": ["contact_point"], "person": person]),
        ("seat replace", ["seat": seat, "person": person]), ("seat confirm", ["seat": seat]),
        ("seat end", ["seat": seat, "reason": ["Left"]]),
        ("alternate appoint", ["seat": seat, "person": person]),
        ("alternate end", ["seat": seat, "person": person, "reason": ["Moved"]]),
        ("seat excuse", ["seat": seat]), ("seat attend", ["seat": seat]),
      ]
    }

    private mutating func boards() -> [Form] {
      [
        ("board compose", ["body": pick(["board", "bureau"]), "members": member()]),
        ("board rotate", ["body": ["board"]]),
        ("board swap", ["body": ["board"], "members": ["PT", "ES"]]),
        ("board elect", ["body": ["bureau"], "members": ["PT", "ES"], "by": deliberation()]),
        ("board coordinate", ["body": ["lead"], "member": member(), "by": deliberation()]),
      ]
    }

    private mutating func meetings() -> [Form] {
      let time = pick(["08:00", "09:30", "17:00"])
      return [
        ("meeting plan", ["series": ["plenary"], "from": pick(["2026-12-10", "2026-12-24"])]),
        (
          "meeting plan",
          ["series": ["plenary"], "number": pick(["unknown", "7"]), "held": ["true"]]
        ),
        ("meeting convene", ["meeting": meeting(), "agenda": ["Opening"]]),
        (
          "meeting move",
          ["meeting": meeting(), "from": pick(["2026-12-10", "2027-01-11"]), "reason": ["Snow"]]
        ),
        (
          "meeting move",
          ["meeting": meeting(), "place": pick(["Ghent", "Porto"]), "reason": ["Host"]]
        ),
        ("meeting open", ["meeting": meeting(), "present": ["PT", "ES"], "time": time]),
        ("meeting open", ["meeting": meeting(), "present": member()]),
        ("attendance arrive", ["meeting": meeting(), "member": member(), "time": time]),
        ("attendance leave", ["meeting": meeting(), "member": member(), "time": time]),
        ("attendance excuse", ["meeting": meeting(), "member": member()]),
        (
          "attendance move",
          ["meeting": meeting(), "member": member(), "to": pick(["room", "remote"])]
        ),
        ("guest arrive", ["meeting": meeting(), "state": pick(["US", "PT"]), "time": time]),
        ("guest leave", ["meeting": meeting(), "number": pick(["1", "2"])]),
        ("floor request", ["meeting": meeting(), "member": member(), "time": time]),
        ("floor give", ["meeting": meeting(), "time": time]),
        ("floor end", ["meeting": meeting(), "minutes": ["2"]]),
        ("meeting close", ["meeting": meeting(), "time": time]),
        ("meeting cancel", ["meeting": meeting(), "reason": ["Storm"]]),
        (
          "deliberation record", ["meeting": meeting(), "title": ["Matter"], "consensus": ["true"]]
        ),
        (
          "deliberation record",
          [
            "meeting": meeting(), "title": ["Vote"], "for": pick(["0", "1", "2"]), "against": ["1"],
          ]
        ),
        ("deliberation defer", ["meeting": meeting(), "title": ["Later"], "reason": ["Time"]]),
        ("deliberation annul", ["deliberation": deliberation(), "reason": ["Not called"]]),
        ("deliberation repeal", ["deliberation": deliberation(), "by": deliberation()]),
        ("deliberation amend", ["deliberation": deliberation(), "by": deliberation()]),
        ("report publish", ["output": ["outcome_report"], "meeting": meeting()]),
      ] + papers() + referrals()
    }

    private mutating func referrals() -> [Form] {
      let referral = pick(["guide", "logo", "a"])
      let sender = pick(["cloud", "board", "plenary"])
      return [
        (
          "referral add",
          [
            "referral": referral, "title": ["Sent up"], "from": sender,
            "to": pick(["board", "plenary"]),
          ]
        ),
        ("referral forward", ["referral": referral, "to": ["plenary"]]),
        ("referral return", ["referral": referral, "reason": ["Incomplete"]]),
        ("referral answer", ["referral": referral, "by": deliberation()]),
        ("referral answer", ["referral": referral]),
        ("referral withdraw", ["referral": referral, "reason": ["Moot"]]),
      ]
    }

    private mutating func papers() -> [Form] {
      let item = pick(["a", "b", "c"])
      let other = pick(["a", "b", "c"])
      return [
        ("agenda add", ["meeting": meeting(), "item": item, "title": ["Item"]]),
        (
          "agenda add",
          [
            "meeting": meeting(), "item": item, "title": ["Item"], "parent": other,
            "minutes": ["5"],
          ]
        ),
        ("agenda move", ["meeting": meeting(), "item": item, "parent": other]),
        ("agenda move", ["meeting": meeting(), "item": item, "before": other]),
        (
          "agenda mark",
          [
            "meeting": meeting(), "item": item, "session": pick(["open", "closed"]),
            "reason": ["Wrong"],
          ]
        ),
        ("agenda withdraw", ["meeting": meeting(), "item": item, "reason": ["Late"]]),
        (
          "deliberation record",
          ["meeting": meeting(), "title": ["Item"], "consensus": ["true"], "item": item]
        ),
        ("minutes draft", ["meeting": meeting()]),
        ("minutes write", ["meeting": meeting(), "after": ["opened"], "text": ["Said so"]]),
        ("minutes restore", ["meeting": meeting(), "version": pick(["1", "2", "3"])]),
        ("minutes circulate", ["meeting": meeting()]),
        ("minutes comment", ["meeting": meeting(), "text": ["No"], "objects": ["true"]]),
        ("minutes approve", ["meeting": meeting(), "by": deliberation()]),
      ]
    }

    private mutating func work() -> [Form] {
      [
        ("programme draft", ["title": ["Work"], "from": pick(["2026-04-01", "2027-04-01"])]),
        ("programme adopt", ["programme": ["programme-1"], "by": deliberation()]),
        (
          "programme withdraw",
          ["programme": pick(["programme-1", "programme-2"]), "reason": ["No need"]]
        ),
        ("programme add", ["programme": ["programme-1"], "title": ["Train judges"]]),
        (
          "programme amend",
          [
            "programme": ["programme-1"], "by": deliberation(), "add": ["Guide"],
            "without": pick(["programme-1.1", "programme-1.2"]),
          ]
        ),
        (
          "action assign",
          ["title": ["Ask"], "owner": ["PT"], "due": ["2026-12-20"], "meeting": meeting()]
        ),
        (
          "action close",
          ["action": pick(["action-1", "action-2"]), "outcome": ["done"], "result": ["Asked"]]
        ),
        ("programme report", ["action": ["programme-1.1"], "text": ["Two courses"]]),
        ("programme close", ["action": ["programme-1.1"], "outcome": pick(["done", "dropped"])]),
        (
          "subgroup add",
          ["subgroup": ["cloud"], "title": ["Cloud"], "mandate": ["Study"], "by": deliberation()]
        ),
        ("subgroup amend", ["subgroup": ["cloud"], "by": deliberation(), "mandate": ["Draft"]]),
        ("subgroup join", ["subgroup": ["cloud"], "member": member()]),
        ("subgroup leave", ["subgroup": ["cloud"], "member": member()]),
        ("subgroup coordinate", ["subgroup": ["cloud"], "member": member()]),
        ("subgroup report", ["subgroup": ["cloud"], "text": ["Met"]]),
        ("subgroup end", ["subgroup": ["cloud"]]),
      ]
    }

    private mutating func corrections() -> [Form] {
      let position = [String(Int.random(in: 1...40, using: &random))]
      return [
        ("event correct", ["event": position, "strike": ["true"], "reason": ["Never happened"]]),
        (
          "event correct",
          [
            "event": position, "counts-from": pick(["2025-02-03", "2026-02-03"]),
            "reason": ["Late"],
          ]
        ),
      ]
    }
  }
}
