import { written, type ReuseEvent } from "./event";

const hospital: ReuseEvent = {
  name: "a hospital's waiting list",
  wire: written(
    "Midland News Agency",
    "2029-05-20T05:00:00Z",
    `Quarndale General Hospital kept 1,930 patients off its official waiting list between 2026 and 2028, internal mails obtained by the Midland News Agency show.

The patients were noted in a second file named "Holding B". On average they waited 47 weeks for a first appointment, almost three times what the hospital reported to the regulator.

The file was run by two clerks on the orders of the then operations chief, Desmond Farr, the mails say. Farr, who now works for the consultancy Lowe Penrith, did not answer questions from the agency.

Eleven patients in the file died before they were seen. Whether an earlier appointment would have saved them the mails do not tell.

The regulator's head, Agnes Whitlow, told the Midland News Agency that an inspection would begin on Monday.`,
  ),
  copy: written(
    "Quarndale Post",
    "2029-05-20T07:30:00Z",
    `Hospital hid patients, mails show

By the Midland News Agency

Quarndale General Hospital kept 1,930 patients off its official waiting list between 2026 and 2028, internal mails obtained by the Midland News Agency show.

The patients were noted in a second file named "Holding B". On average they waited 47 weeks for a first appointment, almost three times what the hospital reported to the regulator.

The file was run by two clerks on the orders of the then operations chief, Desmond Farr, the mails say. Farr, who now works for the consultancy Lowe Penrith, did not answer questions from the agency.

The Post's readers can write to us about their own experience.`,
  ),
  light: written(
    "Health Watch Online",
    "2029-05-21",
    `A hospital in Quarndale kept 1,930 patients off its official waiting list between 2026 and 2028. They were noted in a second file, Holding B, and on average they waited 47 weeks for a first appointment, almost three times what was told to the regulator.

Two clerks ran the file on the orders of the then operations chief, Desmond Farr. He now works for the consultancy Lowe Penrith.

Eleven patients in the file died before they were seen, and an inspection will begin on Monday.`,
  ),
  heavy: written(
    null,
    null,
    `The list that was not a list

Nearly two thousand sick people did not exist on paper: 1,930 of them, to be exact. In Quarndale their names lay in Holding B, where nobody from outside would look.

It emerged that Desmond Farr had thought of it. He has since moved on to Lowe Penrith. For 47 weeks the forgotten sat at home, and eleven of them did not live to see a doctor.

One may ask how many other places have such a drawer.`,
  ),
  relay: written(
    "National Morning",
    "2029-05-20T09:00:00Z",
    `Quarndale General Hospital hid 1,930 patients in a second file, the Midland News Agency reported on Sunday, citing internal mails. The file, Holding B, was kept on the orders of Desmond Farr, it said.`,
  ),
  translation: written(
    "Courrier du Centre",
    "2029-05-20T10:00:00Z",
    `L'hôpital général de Quarndale a écarté 1 930 patients de sa liste d'attente officielle entre 2026 et 2028, selon des courriels internes. Les patients figuraient dans un second fichier nommé « Holding B ». Ils ont attendu en moyenne 47 semaines un premier rendez-vous. Le fichier était tenu par deux employés sur ordre de Desmond Farr, alors directeur des opérations, qui travaille aujourd'hui pour le cabinet Lowe Penrith.`,
    "fr",
  ),
  independents: [
    written(
      "Quarndale Community Radio",
      "2029-05-21T06:00:00Z",
      `Outside Quarndale General Hospital about sixty people stood with candles on Sunday evening. Maureen Tate's husband was among those in Holding B. "He rang every month," she said. "They told him to be patient."

Nurse Kwame Boateng said that staff had been afraid to ask. The hospital's chaplain, Ruth Ellery, read out eleven names.

Desmond Farr's house in Elm Close was dark.`,
    ),
    written(
      "Policy Review",
      "2029-05-22",
      `Health minister Clara Voss told parliament on Tuesday that every hospital must open its lists within thirty days. Opposition speaker Neil Oduya asked why the regulator had noticed nothing in Quarndale for two years.

Agnes Whitlow defended her inspectors. "We can only read what we are shown," she said before the health committee. Professor Lena Marsh, who studies waiting lists, said second files were known from at least four other regions.

The share price of Lowe Penrith fell by six percent.`,
    ),
  ],
};

const bridge: ReuseEvent = {
  name: "a bridge is closed",
  wire: written(
    "Provincial Press Service",
    "2030-11-14T10:00:00Z",
    `VARESTA, Nov. 14 (Provincial Press Service) - Engineers closed the Kestrel Bridge over the river Osk on Thursday after sensors measured a movement of 62 millimetres in its middle pier.

Some 23,400 vehicles use the bridge on a working day, the road authority said. The detour over Linnet Lock takes 40 minutes.

The pier was repaired in 2027 by the builder Hartmann Voll for 8.9 million crowns. An inspection report, which the Provincial Press Service has read, warned in April that the new concrete was too weak.

"We should have acted on it," road director Milan Sedlak said. He offered to resign.`,
  ),
  copy: written(
    "Varesta Daily",
    "2030-11-14T14:00:00Z",
    `Engineers closed the Kestrel Bridge over the river Osk on Thursday after sensors measured a movement of 62 millimetres in its middle pier.

Some 23,400 vehicles use the bridge on a working day, the road authority said. The detour over Linnet Lock takes 40 minutes.

The pier was repaired in 2027 by the builder Hartmann Voll for 8.9 million crowns. An inspection report, which the Provincial Press Service has read, warned in April that the new concrete was too weak.

The Varesta Daily will print the bus timetable on page three.`,
  ),
  light: written(
    "Osk Valley Online",
    "2030-11-15",
    `The Kestrel Bridge over the river Osk is closed, since sensors measured a movement of 62 millimetres in its middle pier. Some 23,400 vehicles use the bridge on a working day and now have to take the detour over Linnet Lock, which takes 40 minutes.

The pier was repaired in 2027 by the builder Hartmann Voll for 8.9 million crowns, and in April it became clear that the new concrete was too weak.`,
  ),
  heavy: written(
    null,
    null,
    `Stuck in Varesta

Nobody crosses the Osk at Kestrel any more. A pier has shifted, by 62 millimetres if the instruments are right, and that is more than anyone dares to drive over.

Hartmann Voll had been paid 8.9 million crowns to make it safe. It turned out that a warning had been lying in a drawer since spring.

Whoever must get across queues at Linnet Lock. Milan Sedlak may lose his post.`,
  ),
  relay: written(
    "Transport Today",
    "2030-11-14T18:00:00Z",
    `The Kestrel Bridge in Varesta was closed on Thursday. An inspection report seen by the Provincial Press Service had warned in April of weak concrete from Hartmann Voll, the agency reported.`,
  ),
  translation: written(
    "Варестинський вісник",
    "2030-11-14T15:00:00Z",
    `Інженери закрили міст Кестрел через річку Оск у четвер, після того як датчики зафіксували зсув середньої опори на 62 міліметри. Щодня мостом користуються близько 23 400 автомобілів, повідомили в дорожній службі. Об'їзд через Ліннет-Лок триває 40 хвилин. Опору у 2027 році ремонтувала компанія Hartmann Voll за 8,9 мільйона крон.`,
    "uk",
  ),
  independents: [
    written(
      "Varesta Live",
      "2030-11-14T11:00:00Z",
      `At seven the barriers went down at the Kestrel Bridge and the horns began. Baker Tomas Hruby has left his van on the wrong side. "The bread is in Varesta and my customers are in Lhota," he said.

Police officer Eva Malik counted 300 cars turning round in the first half hour. She sent them to Linnet Lock. Headteacher Ota Rys closed the school at noon.

Our reporter walked down to the pier: a crack as wide as a thumb runs along the waterline.`,
    ),
    written(
      "Builders' Journal",
      "2030-11-18",
      `Hartmann Voll has rejected the blame for the Kestrel Bridge. The concrete came from a supplier that the road authority had named itself, chief executive Paula Reng said on Monday.

Reng published a letter of 2027 in which the firm asked for another mixture. The laboratory of the technical college in Brana, run by Zdenek Fiala, will test twelve cores.

Milan Sedlak said that he would wait for the result.`,
    ),
  ],
};

export const townEvents: readonly ReuseEvent[] = [hospital, bridge];
