local Square, Rect, Dot = {}, {}, {}
Square.__index, Rect.__index, Dot.__index = Square, Rect, Dot
function Square:area(k) return self.side * self.side + k end
function Rect:area(k) return self.w * self.h - k end
function Dot:area(k) return k & 1 end
local shapes = {setmetatable({side = 3}, Square), setmetatable({w = 2, h = 5}, Rect), setmetatable({}, Dot)}
local sum, at = 0, 1
for i = 0, 9999999 do
  sum = sum + shapes[at]:area(i)
  at = at + 1
  if at == 4 then at = 1 end
end
print(sum)
