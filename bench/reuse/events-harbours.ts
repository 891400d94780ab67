import { written, type ReuseEvent } from "./event";

const ferry: ReuseEvent = {
  name: "a ferry runs aground",
  wire: written(
    "Northern Wire",
    "2031-02-11T08:10:00Z",
    `TARNVIK, Feb. 11 (Northern Wire) - The car ferry Solveig Lund ran aground on a reef outside Tarnvik on Tuesday morning with 214 people aboard, and the crew took three hours to bring everybody ashore.

Nobody was badly hurt, the coastguard officer Henrik Aune said. Eleven passengers were treated for cold and bruises at the hospital in Melby.

The ship had left Osterhavn at 05:40 and was on its first crossing since a repair at the Brattholm yard, according to port records seen by the Northern Wire. The yard had replaced the starboard thruster at a cost of 2.3 million kroner.

Divers will look at the hull on Wednesday. The operator, Fjordline Tarn, cancelled 18 crossings and hired the older ferry Astrid to carry the traffic for the time being.

An engineer at the yard told the Northern Wire that the thruster had failed its first test in January.`,
  ),
  copy: written(
    "Melby Courier",
    "2031-02-11T11:30:00Z",
    `Ferry aground near Tarnvik

The car ferry Solveig Lund ran aground on a reef outside Tarnvik on Tuesday morning with 214 people aboard, and the crew took three hours to bring everybody ashore.

Nobody was badly hurt, the coastguard officer Henrik Aune said. Eleven passengers were treated for cold and bruises at the hospital in Melby.

The ship had left Osterhavn at 05:40 and was on its first crossing since a repair at the Brattholm yard, according to port records seen by the Northern Wire. The yard had replaced the starboard thruster at a cost of 2.3 million kroner.

Divers will look at the hull on Wednesday. The operator, Fjordline Tarn, cancelled 18 crossings and hired the older ferry Astrid to carry the traffic for the time being.

In Melby the school bus waited for children who did not come.`,
  ),
  light: written(
    "Coast Today",
    "2031-02-11T15:00:00Z",
    `The ferry Solveig Lund hit a reef outside Tarnvik early on Tuesday. There were 214 people aboard, and the crew took three hours to bring everybody ashore.

Nobody was seriously hurt. Eleven passengers were treated for cold and bruises at the hospital in Melby, which is the nearest.

The vessel had left Osterhavn at 05:40 and was on its first crossing since a repair at the Brattholm yard. There the yard had replaced the starboard thruster at a cost of 2.3 million kroner, a large sum for such a ship.

Divers examine the hull tomorrow. Fjordline Tarn cancelled 18 crossings and hired the older ferry Astrid to carry the traffic until further notice.`,
  ),
  heavy: written(
    null,
    null,
    `Trouble at sea: what went wrong with the Solveig Lund

It was meant to be an ordinary morning run. Instead more than two hundred travellers found themselves stuck on rocks close to Tarnvik, waiting for boats to fetch them.

Fresh from Brattholm, where a thruster worth 2.3 million kroner had been put in, the Solveig Lund was making its first trip. It was revealed that tests in the new year had gone badly.

Fjordline Tarn now has to do without its best ship. As many as 18 departures fell away, and the elderly Astrid must fill the gap. Eleven people saw a doctor in Melby.

Whether travellers will trust the line again remains to be seen.`,
  ),
  relay: written(
    "Kystnytt",
    "2031-02-11T13:00:00Z",
    `A car ferry with 214 people ran onto a reef near Tarnvik on Tuesday, the Northern Wire reported. The Solveig Lund had just come from the Brattholm yard, the agency said, citing port records. Fjordline Tarn took 18 crossings out of its timetable.`,
  ),
  translation: written(
    "Tarnviks Avis",
    "2031-02-11T12:00:00Z",
    `Bilferja Solveig Lund gikk på et skjær utenfor Tarnvik tirsdag morgen med 214 mennesker om bord, og det tok mannskapet tre timer å få alle i land. Ingen ble alvorlig skadet, sier Henrik Aune i kystvakten. Elleve passasjerer fikk behandling på sykehuset i Melby. Skipet kom fra verkstedet i Brattholm, der en ny propell hadde kostet 2,3 millioner kroner. Fjordline Tarn innstilte 18 avganger og leide inn den eldre ferja Astrid.`,
    "no",
  ),
  independents: [
    written(
      "Tarnvik Radio",
      "2031-02-11T09:00:00Z",
      `Passengers of the Solveig Lund spoke of a bang and then silence. "My coffee slid off the table and the lights went out," said Ingrid Moe, who was on her way to work. Her neighbour Per Aasen helped two children into life jackets.

The coastguard sent the rescue boat Havørn. Its skipper, Liv Strand, said the sea was calm and that she had seen worse. The last of 214 people stepped ashore in Tarnvik shortly after nine.

Mayor Knut Berge told Tarnvik Radio that he would ask the county for a second ship. Fjordline Tarn gave no reason for the accident.`,
    ),
    written(
      "Seafarers' Gazette",
      "2031-02-12",
      `The accident investigation board has sent two people to Tarnvik, its director Marte Hovland said on Wednesday. They will read the voyage recorder of the Solveig Lund and interview the mate who had the watch.

"We do not speculate," Hovland said. She expects a first note within six weeks.

The union of ships' officers pointed out that the reef lost its light in December. Its spokesman Odd Lien had written to the authority twice. Fjordline Tarn, which runs nine ferries, lost a thruster on the Gudrun in 2029 as well.`,
    ),
  ],
};

const port: ReuseEvent = {
  name: "a port's crane order",
  wire: written(
    "Baltic Business Agency",
    "2030-09-03T06:00:00Z",
    `The port authority of Kaldau has ordered six container cranes from Zhenmei Heavy Works for 71.5 million euros, contract papers reviewed by the Baltic Business Agency show.

The order went out without a tender in late July. Two other makers, Rautala of Finland and the Dutch firm Meerkade, told the agency that nobody had asked them for a price.

Kaldau's harbour master, Ilse Brandt, declined to comment. A member of the supervisory board, who asked not to be named, told the Baltic Business Agency that the board heard of the contract after it had been signed.

The first crane is due in March 2032. A penalty of 140,000 euros a week applies to late delivery.`,
  ),
  copy: written(
    "Kaldau Mirror",
    "2030-09-03T09:00:00Z",
    `(Baltic Business Agency) - The port authority of Kaldau has ordered six container cranes from Zhenmei Heavy Works for 71.5 million euros, contract papers reviewed by the Baltic Business Agency show.

The order went out without a tender in late July. Two other makers, Rautala of Finland and the Dutch firm Meerkade, told the agency that nobody had asked them for a price.

Kaldau's harbour master, Ilse Brandt, declined to comment.`,
  ),
  light: written(
    "Logistics Week",
    "2030-09-04",
    `Kaldau's port authority has bought six container cranes from Zhenmei Heavy Works for 71.5 million euros. The order went out without a tender in late July, and two other makers, Rautala of Finland and the Dutch firm Meerkade, were never asked for a price.

The supervisory board heard of the contract after it had been signed. The first crane is due in March 2032, and a penalty of 140,000 euros a week applies to late delivery.

Cranes of this size are in demand around the Baltic.`,
  ),
  heavy: written(
    null,
    null,
    `How a port spends its money

Seventy-one and a half million is a great deal. That is what Kaldau pays to Zhenmei Heavy Works, namely 71.5 million euros for half a dozen machines.

Competition was not wanted, it seems: Rautala and Meerkade were passed over. Reports say that even those who ought to supervise learnt of it late.

Should the goods come too late, 140,000 euros fall due each week. Ilse Brandt, the harbour master, keeps her silence.`,
  ),
  relay: written(
    "Evening Ledger",
    "2030-09-03T17:00:00Z",
    `Kaldau ordered cranes for 71.5 million euros without a tender, according to the Baltic Business Agency. Zhenmei Heavy Works is to deliver six of them; Rautala and Meerkade were not asked, the agency wrote.`,
  ),
  translation: written(
    "Kaldauer Anzeiger",
    "2030-09-03T10:00:00Z",
    `Die Hafenbehörde von Kaldau hat bei Zhenmei Heavy Works sechs Containerkräne für 71,5 Millionen Euro bestellt, wie aus Vertragsunterlagen hervorgeht. Der Auftrag wurde Ende Juli ohne Ausschreibung vergeben. Die Hersteller Rautala und Meerkade wurden nach eigenen Angaben nicht gefragt. Hafenmeisterin Ilse Brandt wollte sich nicht äußern. Der erste Kran soll im März 2032 stehen.`,
    "de",
  ),
  independents: [
    written(
      "Dockers' Voice",
      "2030-09-05",
      `Crane drivers in Kaldau fear for their jobs. The new machines from Zhenmei Heavy Works can be steered from an office, said Bruno Keller of the works council, and 38 drivers had been told nothing.

"We read it on the wall of the canteen," Keller said. The port's personnel chief, Doris Pohl, answered that nobody would be dismissed before 2034.

At Rautala's plant a week ago, managers spoke of short-time work.`,
    ),
    written(
      "Kaldau Free Press",
      "2030-09-03T12:00:00Z",
      `Council members from three parties want to see the crane contract. Green councillor Jana Wirth said the port must explain why Zhenmei Heavy Works got the order worth 71.5 million euros. Her colleague Uwe Sander of the Free Voters called for a special session.

Finance councillor Theo Marx told the Free Press that the money had been in the budget since 2028. Ilse Brandt will answer questions on Thursday, her office said.`,
    ),
  ],
};

export const harbourEvents: readonly ReuseEvent[] = [ferry, port];
