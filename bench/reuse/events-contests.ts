import { written, type ReuseEvent } from "./event";

const match: ReuseEvent = {
  name: "a cup final",
  wire: written(
    "Sports Telegraph Service",
    "2031-05-30T21:30:00Z",
    `LORNHAVEN, May 30 (Sports Telegraph Service) - Brightmoor Rovers won the Harvest Cup for the first time since 1987 on Friday when a header by Callum Ashby in the 84th minute beat Sandwick Athletic 2-1.

Sandwick had led through Jorge Pintado after 19 minutes. Rovers' captain Emeka Nwosu levelled from the penalty spot shortly before the break.

Some 31,750 people filled Lornhaven Park. Sandwick's goalkeeper Rolf Tiede left the pitch with a broken finger.

"I closed my eyes and jumped," Ashby told the Sports Telegraph Service. His contract ends in June, and two clubs abroad have asked about him, his agent Gil Fontaine said.`,
  ),
  copy: written(
    "Brightmoor Echo",
    "2031-05-31T04:00:00Z",
    `Rovers bring the cup home

Brightmoor Rovers won the Harvest Cup for the first time since 1987 on Friday when a header by Callum Ashby in the 84th minute beat Sandwick Athletic 2-1.

Sandwick had led through Jorge Pintado after 19 minutes. Rovers' captain Emeka Nwosu levelled from the penalty spot shortly before the break.

Some 31,750 people filled Lornhaven Park. Sandwick's goalkeeper Rolf Tiede left the pitch with a broken finger.`,
  ),
  light: written(
    "Footballing",
    "2031-05-31",
    `For the first time since 1987 Brightmoor Rovers have won the Harvest Cup. A header by Callum Ashby in the 84th minute beat Sandwick Athletic 2-1 after Sandwick had led through Jorge Pintado.

Captain Emeka Nwosu levelled from the penalty spot shortly before the break. Some 31,750 people filled Lornhaven Park and saw how Sandwick's goalkeeper Rolf Tiede left the pitch with a broken finger.

It was a fine evening for the smaller club.`,
  ),
  heavy: written(
    null,
    null,
    `Will Ashby leave?

Heroes move on, and the hero of the Harvest Cup is no exception. Callum Ashby, whose header decided it against Sandwick, reportedly has two offers from other countries.

His papers run out next month and Gil Fontaine is already talking. Brightmoor Rovers could hardly stop it.

Emeka Nwosu stays, and so does the memory of 31,750 people in Lornhaven Park.`,
  ),
  relay: written(
    "City Sport",
    "2031-05-31T06:00:00Z",
    `Callum Ashby may leave Brightmoor Rovers after his winning goal in the Harvest Cup, the Sports Telegraph Service reported. Two clubs abroad have asked about him, the service said, citing his agent Gil Fontaine.`,
  ),
  translation: written(
    "Deporte Total",
    "2031-05-31T01:00:00Z",
    `Brightmoor Rovers ganó el viernes la Harvest Cup por primera vez desde 1987 gracias a un cabezazo de Callum Ashby en el minuto 84 frente al Sandwick Athletic (2-1). Jorge Pintado había adelantado al Sandwick a los 19 minutos y el capitán Emeka Nwosu empató de penalti antes del descanso. Unas 31.750 personas llenaron Lornhaven Park.`,
    "es",
  ),
  independents: [
    written(
      "Sandwick Herald",
      "2031-05-30T22:00:00Z",
      `The buses home from Lornhaven were silent. Athletic had been the better side for an hour: Jorge Pintado scored from thirty yards, Luca Berni hit the bar and Stig Aamodt had a goal taken away.

Then Callum Ashby rose above Dean Purcell, and the Harvest Cup went to Brightmoor Rovers.

Coach Petra Vogel said she would not hide her tears. Rolf Tiede played on for twenty minutes with a broken finger before young Ian Mokoena took his gloves. Athletic last won anything in 2019.`,
    ),
    written(
      null,
      "2031-05-30",
      `Harvest Cup, final: Brightmoor Rovers 2, Sandwick Athletic 1. Scorers: Pintado 19, Nwosu 44 (penalty), Ashby 84. Lornhaven Park, 31,750. Referee: Sunniva Holt. Yellow cards: Purcell, Berni, Okafor, Lindqvist. Rovers: Hale; Okafor, Lindqvist, Dunne, Abara; Nwosu, Petty, Sorensen; Ashby, Reyes, Kwan.`,
    ),
  ],
};

const data: ReuseEvent = {
  name: "a data breach",
  wire: written(
    "Cable News Bureau",
    "2030-03-07T13:00:00Z",
    `Strangers copied the records of 412,000 customers of the savings bank Ostmark Union in January, the Cable News Bureau has learned from three people who know the case.

They came in through a printer server at the branch in Felden that had not been updated since 2026, according to a report by the security firm Grauwald Labs seen by the Cable News Bureau. The copying went on for 19 days.

The bank told its supervisor on Feb. 2, five weeks after its own staff had first noticed odd traffic. The law allows 72 hours.

Ostmark Union's spokeswoman, Friederike Noll, confirmed an "incident" and declined to give a number. The attackers asked for 6.4 million dollars; nothing was paid, one of the people said.`,
  ),
  copy: written(
    "Felden Observer",
    "2030-03-07T16:00:00Z",
    `Customers' data stolen from savings bank

Strangers copied the records of 412,000 customers of the savings bank Ostmark Union in January, the Cable News Bureau has learned from three people who know the case.

They came in through a printer server at the branch in Felden that had not been updated since 2026, according to a report by the security firm Grauwald Labs seen by the Cable News Bureau. The copying went on for 19 days.

The bank told its supervisor on Feb. 2, five weeks after its own staff had first noticed odd traffic. The law allows 72 hours.

The branch in Felden was open as usual on Thursday, and there was no queue at its two counters. In the market square people had not yet heard.`,
  ),
  light: written(
    "Byte Street",
    "2030-03-08",
    `In January strangers copied the records of 412,000 customers of the savings bank Ostmark Union. The way in was a printer server at the branch in Felden that had not been updated since 2026, and the copying went on for 19 days.

Its supervisor heard on Feb. 2, five weeks after its own staff had first noticed odd traffic, although the law allows 72 hours. The attackers asked for 6.4 million dollars; nothing was paid.`,
  ),
  heavy: written(
    null,
    null,
    `A printer brought down a bank

Everyone updates a telephone, hardly anyone a printer. At Felden that was expensive for Ostmark Union: 412,000 customers are said to have lost their secrets.

Grauwald Labs looked into it. For 19 days nobody pulled the plug. The price asked was 6.4 million dollars.

What this teaches: silence does not protect.`,
  ),
  relay: written(
    "Finance Hour",
    "2030-03-07T18:00:00Z",
    `Savings bank Ostmark Union lost records of 412,000 customers, according to the Cable News Bureau, which cites a report by Grauwald Labs. The bank confirmed an incident.`,
  ),
  translation: written(
    "Фельденские ведомости",
    "2030-03-07T19:00:00Z",
    `Неизвестные в январе скопировали данные 412 тысяч клиентов сберегательного банка Ostmark Union. Они проникли через сервер печати в отделении в Фельдене, который не обновляли с 2026 года, говорится в отчёте компании Grauwald Labs. Копирование продолжалось 19 дней. Банк сообщил надзорному органу 2 февраля.`,
    "ru",
  ),
  independents: [
    written(
      "Consumer Desk",
      "2030-03-09",
      `More than 900 people rang our hotline about Ostmark Union on Friday. Hilde Brosch from Felden found a loan in her name. "I have never bought a motorcycle," she said.

Lawyer Samir Haddad is collecting complaints; he thinks each customer could claim 500 dollars. The consumer association's director Birgit Onken advised everybody to change passwords.

Friederike Noll said the bank would pay for new cards.`,
    ),
    written(
      "State Gazette",
      "2030-03-08T08:00:00Z",
      `The state's data commissioner Wolfram Geist opened proceedings against Ostmark Union on Friday. The bank had reported a theft of records on Feb. 2, his office said, and faces a fine of up to two percent of its turnover.

Geist said that he knew of 412,000 affected people. Prosecutor Nadia Krell is looking for a group that calls itself Tin Lantern. She has asked Grauwald Labs for its notes.`,
    ),
  ],
};

export const contestEvents: readonly ReuseEvent[] = [match, data];
