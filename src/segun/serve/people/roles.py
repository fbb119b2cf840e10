def needs(action):
    def w(f):
        return f

    return w
