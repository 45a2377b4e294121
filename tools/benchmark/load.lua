-- Fifty users: each asks for the next of the paths, waits as long as a person looks at a page, asks again.
-- Arguments: a file of "cookie<TAB>path" lines, milliseconds between two requests of a user (0: none).
local requests, pause, next_one = {}, 0, 0
local threads = {}

function setup(thread)
  thread:set("number", #threads + 1)
  table.insert(threads, thread)
end

function init(arguments)
  pause = tonumber(arguments[2])
  for line in io.lines(arguments[1]) do
    local cookie, path = line:match("^(.-)\t(.*)$")
    table.insert(requests, wrk.format("GET", path, { ["Cookie"] = cookie }))
  end
  next_one = number * 17
  math.randomseed(number)
  failed = 0
end

function delay()
  return pause == 0 and 0 or math.random(0, 2 * pause)
end

function request()
  next_one = next_one + 1
  return requests[next_one % #requests + 1]
end

function response(status)
  if status ~= 200 then failed = failed + 1 end
end

function done(summary, latency)
  local refused = 0
  for _, thread in ipairs(threads) do refused = refused + thread:get("failed") end
  local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("%d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), latency.max, refused + lost))
end
