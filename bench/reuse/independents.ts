import { written, type ReuseText } from "./event";

const day = "2032-01-10";
const by = (outlet: string | null, text: string) => written(outlet, day, text);

/**
 * Reports of one event that share every name and number that was public, by people who were there, counted the votes or
 * thought about it, some without a single source. None has anything from another.
 */
export const independentReports: readonly (readonly ReuseText[])[] = [
  [
    by(
      "Valley Wire",
      "Marta Kovel of the Harvest Union won the mayoral election in Drennick on Sunday with 53.7 percent of the votes. Her rival Josip Arnaut of the Civic Bloc came to 46.3 percent. Turnout was 61.2 percent, the electoral board said. Kovel will take office on March 1. She told the Valley Wire that her first act would be to stop the sale of the waterworks.",
    ),
    by(
      "Hill Times",
      "Drennick has a new mayor. Marta Kovel of the Harvest Union won 53.7 percent on Sunday and beat Josip Arnaut of the Civic Bloc, who had held the office for eleven years. The old town voted for Arnaut, the harbour quarter for Kovel. Turnout rose to 61.2 percent. Rain did not keep people away. The waterworks were the quarrel of the campaign.",
    ),
    by(
      null,
      "Kovel beats Arnaut: what Drennick's vote means. The Harvest Union has ruled nowhere along the river until now. Marta Kovel changed that with 53.7 percent. It is a defeat for the Civic Bloc and for Josip Arnaut in person, who trusted in his roads and his festivals. Buses and water decided it. The council, elected two years ago, remains in the hands of the Bloc.",
    ),
  ],
  [
    by(
      "Valley Wire",
      "An earthquake of magnitude 6.1 shook the province of Oruma early on Wednesday and killed at least 41 people, the civil defence agency said. The town of Tesk was hit hardest; the minaret of the Salim mosque fell on a market. Rescue teams from Belgrad and Ankara were on their way. The quake was felt as far as Halvan, 230 kilometres away, according to data reviewed by the Valley Wire.",
    ),
    by(
      "Delta News",
      "Before dawn the ground moved for twenty seconds in Oruma. In Tesk, where the Salim mosque stood for four centuries, people dug with their hands. Hospital doctors counted 41 dead by noon and ran out of blood. A woman named Leyla sat in front of number nine, waiting for her sister. The road from Halvan was cut at two bridges; lorries with tents stood in a queue. Magnitude 6.1 is not rare here, but it is rare so near to a town.",
    ),
    by(
      "Hill Times",
      "The quake in Oruma will cost insurers little. Hardly a house in Tesk is covered. The 6.1 tremor, which reportedly killed 41, came from a fault that engineers mapped in 1998. Halvan's dam held. Rebuilding the Salim mosque and the market could take ten years, and the budget of the province has no line for it.",
    ),
  ],
  [
    by(
      "Valley Wire",
      "Norvane Foods bought the biscuit maker Tilbury Crumb for 1.35 billion dollars, the companies said on Thursday. Norvane's chief executive, Helga Brunn, said 400 jobs in Pellworth were safe until 2034. The price is 12.4 times earnings. Tilbury's founder Amos Reddy keeps 9 percent.",
    ),
    by(
      "Delta News",
      "Norvane Foods is to take over Tilbury Crumb in a deal worth 1.35 billion dollars, both firms announced on Thursday. Helga Brunn, who heads Norvane, promised that the Pellworth factory with its 400 workers would stay open until 2034. Amos Reddy, who founded Tilbury in a garage, retains 9 percent. Shares in Norvane fell 3 percent.",
    ),
    by(
      null,
      "Biscuits are big business. Norvane Foods pays 1.35 billion dollars for Tilbury Crumb, 12.4 times what it earns. Pellworth, home of the crumb, holds its breath. Amos Reddy does not leave entirely.",
    ),
  ],
];
