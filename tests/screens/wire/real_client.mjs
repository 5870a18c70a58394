/** The browsers' own client, as a phone: contributes five times, tells what it was sent. */
import { createRequire } from "node:module";

const [, , folder, url] = process.argv;
const { io } = createRequire(`${folder}/`)("socket.io-client");
const socket = io(`${url}/phone`, { transports: ["websocket", "polling"], auth: { token: null } });
const numbers = [];
let topics = {};

const hear = (body) => {
  numbers.push(body.at);
  topics = { ...topics, ...body.topics };
  const titles = Object.values(topics).map((topic) => topic.title).sort();
  if (titles.length < 5) return;
  console.log(JSON.stringify({ numbers, titles, transport: socket.io.engine.transport.name }));
  process.exit(0);
};
socket.on("change", hear);
socket.on("view", async (view) => {
  hear(view);
  for (let n = 0; n < 5; n += 1) {
    const answer = await socket.timeout(10_000).emitWithAck("act", { id: `a${n}`, do: "contribute", text: `Anliegen ${n} 🌱` });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }
});
setTimeout(() => process.exit(1), 50_000);
