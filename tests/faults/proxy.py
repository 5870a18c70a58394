"""A bad Wi-Fi between clients and the server: a TCP proxy on the loopback that does what halls do.

Every fault is drawn by chance for each connection or chunk: delay, loss of the connection, half of
a frame and then nothing, an answer that never arrives, a connection that is open on one side only,
and outages in which nobody gets through. `calm` ends all of it.
"""

import asyncio
import random
import threading
from dataclasses import dataclass

CHUNK = 4096


@dataclass
class Weather:
    """How bad it is. Chances are per chunk of data, lengths in seconds."""

    delay_s: float = 0.05
    lose: float = 0.004
    cut_in_frame: float = 0.004
    swallow_answer: float = 0.006
    half_open: float = 0.002
    half_open_s: float = 4.0
    outage_every_s: tuple[float, float] = (8.0, 20.0)
    outage_s: tuple[float, float] = (0.5, 3.0)


class Lost(Exception):
    """This connection is gone."""


class Proxy:
    """Forwards to 127.0.0.1:`target` with faults; `port` is where clients connect."""

    def __init__(self, target: int, weather: Weather, seed: int):
        self.target, self.weather, self.chance = target, weather, random.Random(seed)
        self.port = 0
        self.faults: dict[str, int] = {}
        self._calm = self._outage = False
        self._pipes: set[asyncio.Task] = set()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()

    def calm(self) -> None:
        """From now on everything gets through; connections that hang are ended."""
        self._loop.call_soon_threadsafe(self._end_all)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        door = self._loop.run_until_complete(
            asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=1024)
        )
        self.port = door.sockets[0].getsockname()[1]
        outages = self._loop.create_task(self._outages())
        self._ready.set()
        self._loop.run_forever()
        outages.cancel()
        door.close()
        for pipe in self._pipes:
            pipe.cancel()
        self._loop.run_until_complete(asyncio.gather(*self._pipes, return_exceptions=True))

    def _end_all(self) -> None:
        self._calm, self._outage = True, False
        for pipe in self._pipes:
            pipe.cancel()

    async def _outages(self) -> None:
        while not self._calm:
            await asyncio.sleep(self.chance.uniform(*self.weather.outage_every_s))
            self._note("outage")
            self._outage = not self._calm
            await asyncio.sleep(self.chance.uniform(*self.weather.outage_s))
            self._outage = False

    async def _connection(self, reader, writer) -> None:
        pipe = asyncio.current_task()
        self._pipes.add(pipe)
        far = None
        try:
            if self._outage:
                return
            far_reader, far = await asyncio.open_connection("127.0.0.1", self.target)
            both = [
                asyncio.ensure_future(self._forward(reader, far, down=False)),
                asyncio.ensure_future(self._forward(far_reader, writer, down=True)),
            ]
            try:
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for side in both:
                    side.cancel()
                await asyncio.gather(*both, return_exceptions=True)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._pipes.discard(pipe)
            for end in (writer, far):
                if end is not None:
                    end.transport.abort()

    async def _forward(self, reader, writer, *, down: bool) -> None:
        while data := await reader.read(CHUNK):
            await self._suffer(data, writer, down=down)
            writer.write(data)
            await writer.drain()

    async def _suffer(self, data: bytes, writer, *, down: bool) -> None:
        """Let a chunk meet the weather. Raises Lost where the connection ends with it."""
        weather, chance = self.weather, self.chance
        if self._calm:
            return
        if self._outage:
            raise Lost
        await asyncio.sleep(chance.uniform(0, weather.delay_s))
        if chance.random() < weather.lose:
            self._note("lost")
            raise Lost
        if chance.random() < weather.cut_in_frame:
            self._note("cut in a frame")
            writer.write(data[: chance.randrange(len(data))])
            await writer.drain()
            raise Lost
        if down and chance.random() < weather.swallow_answer:
            self._note("answer lost")
            raise Lost
        if chance.random() < weather.half_open:
            self._note("half open")
            await asyncio.sleep(weather.half_open_s)
            raise Lost

    def _note(self, fault: str) -> None:
        self.faults[fault] = self.faults.get(fault, 0) + 1
