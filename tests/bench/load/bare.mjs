/** The same as bare.py in Node.js with Socket.IO, whose folder is the first argument. */
import { createServer } from "node:http";
import { createRequire } from "node:module";

const { Server } = createRequire(`${process.argv[2]}/`)("socket.io");
const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false });
const change = { from: 0, at: 1, topics: { t: { title: "x".repeat(200) } } };

for (const name of ["/phone", "/console"]) {
  io.of(name).on("connection", (socket) => {
    socket.emit("view", { at: 0, me: { participant: "p" } });
    socket.on("act", (message, answer) => {
      answer({ ok: true, at: 1 });
      if (message.do === "rename") for (const all of ["/phone", "/console"]) io.of(all).emit("change", change);
    });
  });
}
http.listen({ port: 0, host: "127.0.0.1", backlog: 2048 }, () => console.log(http.address().port));
